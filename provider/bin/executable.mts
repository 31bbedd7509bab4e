/** The released executable: the command, where its arguments are the command's, and otherwise what Pulumi starts. */
import "./quietProcess.mts";
import { isCommandLine } from "./isCommandLine.mts";
import { runCommandAsset } from "./runCommandAsset.mts";
import { startPlugin } from "./startPlugin.mts";

const args = process.argv.slice(2);
if (isCommandLine(args)) startCommand();
else startPlugin(args);

function startCommand(): void {
  try {
    runCommandAsset();
  } catch (error) {
    process.stderr.write(`pulumi-resource-alicloud-backups could not start: ${String(error)}\n`);
    // The codes 1 to 3 are verdicts.
    process.exit(70);
  }
}
