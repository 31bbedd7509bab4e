import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "vitest";
import { demoCredentials, startEmulator } from "../../emulator/index.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { installOfficialClient } from "./installOfficialClient.ts";

const run = promisify(execFile);
const program = fileURLToPath(new URL("./readBackups.py", import.meta.url));
const { accessKey, secretKey } = demoCredentials.owner;

const emulator = await useEmulator(startEmulator);
let client: Awaited<ReturnType<typeof installOfficialClient>>;
beforeAll(async () => {
  client = await installOfficialClient();
}, 200_000);

const readings = [
  { method: "POST", instance: "rm-bp1shop0healthy01", count: 39 },
  { method: "GET", instance: "rm-bp1shop0healthy01", count: 39 },
  { method: "POST", instance: "rm-bp1crm00failed001", count: 15 },
];

test.for(readings)(
  "Alibaba's own Python client reads the $count good backups of $instance over $method, value for value",
  { timeout: 40_000 },
  async ({ method, instance, count }, { skip }) => {
    if ("missing" in client) return skip(client.missing);
    const env = { ...process.env, PYTHONPATH: client.folder, NO_PROXY: "127.0.0.1", no_proxy: "127.0.0.1" };
    const parameters = [`127.0.0.1:${emulator.port}`, accessKey, secretKey, instance, method];
    // -S: what is installed on this machine, perhaps an older library, stays out of it.
    const { stdout } = await run("python3", ["-S", program, ...parameters], { env, timeout: 30_000 });

    const seeded = emulator.records({ subject: instance, where: { BackupStatus: "Success" } }).map(({ row }) => row);
    expect(seeded).toHaveLength(count);
    expect(JSON.parse(stdout)).toEqual(seeded);
  },
);
