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
  },
  (error: unknown) => {
    process.stderr.write(`pulumi-resource-alicloud-backups could not start: ${String(error)}\n`);
    process.exit(1);
  },
);
