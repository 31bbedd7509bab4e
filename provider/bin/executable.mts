/** The released executable: the command, where its arguments are the command's, and otherwise what Pulumi starts. */
import "./quietProcess.mts";
import { isCommandLine } from "./isCommandLine.mts";

const args = process.argv.slice(2);
if (isCommandLine(args)) {
  import("../command/main.ts").then(({ main }) => main(args), fail);
} else {
  import("./main.mts").catch(fail);
}

function fail(error: unknown): void {
  process.stderr.write(`pulumi-resource-alicloud-backups could not start: ${String(error)}\n`);
  // Of a command, the codes 1 to 3 are verdicts.
  process.exit(70);
}
