/** What Pulumi starts. The first line on stdout is the port, and nothing else ever goes there. */
import "./quietProcess.mts";
import { realHost } from "../core/realHost.ts";
import { packageVersion } from "../server/packageInfo.ts";
import { serve } from "../server/serve.ts";

const args = process.argv.slice(2);
if (args.includes("--version")) process.stdout.write(`${packageVersion}\n`);
else start();

function start(): void {
  // The engine passes its own address, after flags of its own such as --logtostderr.
  const engineAddress = args.find((argument) => !argument.startsWith("-"));
  serve(realHost, engineAddress).then(
    ({ port, stop }) => {
      process.stdout.write(`${port}\n`);
      const end = () => {
        stop();
        process.exit(0);
      };
      process.on("SIGINT", end);
      process.on("SIGTERM", end);
      if (engineAddress !== undefined) watchParent(end);
    },
    (error: unknown) => {
      process.stderr.write(`pulumi-resource-alicloud-backups could not start: ${String(error)}\n`);
      process.exit(1);
    },
  );
}

/** An engine that was killed tells nobody: a gate would go on waiting, and this process stay. */
function watchParent(end: () => void): void {
  const engine = process.ppid;
  setInterval(() => (process.ppid !== engine || !isRunning(engine)) && end(), 1_000).unref();
}

/** On Windows the number of the parent stays after its end. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
