import { afterAll, beforeAll, expect, test } from "vitest";
import { demoCredentials, type Emulator } from "../../emulator/index.ts";
import type { Json } from "../../provider/core/json.ts";
import { installPython } from "../support/official/installPython.ts";
import { type Job, readings, rowsOf, startReadEmulator } from "../support/official/readings.ts";
import { runPython } from "../support/official/runPython.ts";

const jobs: readonly Job[] = readings.flatMap((reading) =>
  (["POST", "GET"] as const).map((method) => ({ ...reading, ...demoCredentials.owner, method })),
);

let emulator: Emulator;
let read: { readonly missing: string } | { readonly lists: readonly (readonly Json[])[] };
beforeAll(async () => {
  emulator = await startReadEmulator();
  const clients = await installPython();
  read =
    "missing" in clients
      ? clients
      : { lists: await runPython("readV2.py", clients.folder, `127.0.0.1:${emulator.port}`, jobs) };
}, 720_000);
afterAll(() => emulator.close());

test.for(jobs.map((job, index) => ({ ...job, index })))(
  "aliyun-python-sdk (HMAC-SHA1) reads the $count rows of $action of $subject over $method, value for value",
  ({ index, ...job }, { skip }) => {
    if ("missing" in read) return skip(read.missing);
    const rows = read.lists[index] ?? [];
    expect(rows).toHaveLength(job.count);
    expect(inOrder(rows)).toEqual(inOrder(rowsOf(emulator, job)));
  },
);

function inOrder(rows: readonly Json[]): readonly string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}
