import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { demoCredentials, type Emulator } from "../../emulator/index.ts";
import type { Json } from "../../provider/core/json.ts";
import { expectSameRows } from "../support/official/expectSameRows.ts";
import { installNpm } from "../support/official/installNpm.ts";
import { type Job, readings, startReadEmulator } from "../support/official/readings.ts";

const run = promisify(execFile);
const program = fileURLToPath(new URL("./readV3.mjs", import.meta.url));
const { owner, temporary } = demoCredentials;
const jobs: readonly Job[] = readings
  .filter(({ action }) => /Backups$|MigrateTasks|OssDownloads/.test(action))
  .map((reading, index) => ({ ...reading, ...(index === 0 ? temporary : owner) }));

let emulator: Emulator;
let read: { readonly missing: string } | { readonly lists: readonly (readonly Json[])[] };
beforeAll(async () => {
  emulator = await startReadEmulator();
  const client = await installNpm();
  read = "missing" in client ? client : { lists: await readAll(client.folder) };
}, 240_000);
afterAll(() => emulator.close());

async function readAll(folder: string): Promise<readonly (readonly Json[])[]> {
  const args = [program, folder, `127.0.0.1:${emulator.port}`, JSON.stringify(jobs)];
  const { stdout } = await run(process.execPath, args, { timeout: 60_000, maxBuffer: 2 ** 25 });
  return JSON.parse(stdout);
}

test.for(jobs.map((job, index) => ({ ...job, index })))(
  "@alicloud/rds20140815 (ACS3-HMAC-SHA256) reads the $count rows of $action of $subject with the key $accessKey",
  ({ index, ...job }, { skip }) => {
    if ("missing" in read) return skip(read.missing);
    const rows = read.lists[index] ?? [];
    expect(rows).toHaveLength(job.count);
    expectSameRows(rows, emulator, job);
  },
);
