/** What Pulumi starts. The first line on stdout is the port, and nothing else ever goes there. */
import { realHost } from "../core/realHost.ts";
import { serve } from "../server/serve.ts";

// The engine passes its own address, after flags of its own such as --logtostderr.
const engineAddress = process.argv.slice(2).find((argument) => !argument.startsWith("-"));

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

/** An engine that was killed tells nobody: a gate would go on waiting, and this process stay. */
function watchParent(end: () => void): void {
  const engine = process.ppid;
  setInterval(() => process.ppid !== engine && end(), 1_000).unref();
}
