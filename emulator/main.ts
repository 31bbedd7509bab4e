import { parseArgs } from "node:util";
import type { Emulator } from "./Emulator.ts";
import { seeds } from "./seeds/index.ts";
import { startEmulator } from "./startEmulator.ts";

const usage = "Usage: npm run emulator -- [--port N]     (default port 4010; 0 is any free one)";

/** Runs the emulator until Ctrl-C or SIGTERM, and tells how to use it. */
async function main(): Promise<void> {
  const emulator = await startEmulator({ port: readPort() });
  console.log(describe(emulator));
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void emulator.close());
  }
}

function readPort(): number {
  const { values } = parseArgs({ options: { port: { type: "string", default: "4010" }, help: { type: "boolean" } } });
  if (values.help) {
    console.log(usage);
    process.exit(0);
  }
  const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : Number.NaN;
  if (port <= 65_535) return port;
  throw new Error(`--port is "${values.port}": expected a number from 0 to 65535.`);
}

function describe({ url, credentials: [key] }: Emulator): string {
  return `Alibaba Cloud emulator on ${url} (Ctrl-C ends it; control on ${url}/_emulator, see emulator/README.md)

Instances and plans, all in ${seeds[0]?.region}:
${seeds.map(({ subject, about }) => `  ${subject}  ${about}`).join("\n")}

For a Pulumi stack:
  pulumi config set --path 'alicloud-backups:endpoints.rds' ${url}
  pulumi config set --path 'alicloud-backups:endpoints.dbs' ${url}
  pulumi config set alicloud-backups:region ${seeds[0]?.region}
  pulumi config set alicloud-backups:accessKey ${key?.accessKey}
  pulumi config set --secret alicloud-backups:secretKey ${key?.secretKey}

The key as environment:
  export ALIBABA_CLOUD_ACCESS_KEY_ID=${key?.accessKey}
  export ALIBABA_CLOUD_ACCESS_KEY_SECRET=${key?.secretKey}
`;
}

try {
  await main();
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
  process.exitCode = 1;
}
