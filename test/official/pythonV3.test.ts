import { afterAll, beforeAll, expect, test } from "vitest";
import { demoCredentials, type Emulator } from "../../emulator/index.ts";
import type { Json } from "../../provider/core/json.ts";
import { expectSameRows } from "../support/official/expectSameRows.ts";
import { installPython } from "../support/official/installPython.ts";
import { type Job, readings, startReadEmulator } from "../support/official/readings.ts";
import { runPython } from "../support/official/runPython.ts";

const { owner, temporary } = demoCredentials;
const jobs: readonly Job[] = readings.flatMap((reading) => [owner, temporary].map((key) => ({ ...reading, ...key })));

let emulator: Emulator;
let read: { readonly missing: string } | { readonly lists: readonly (readonly Json[])[] };
beforeAll(async () => {
  emulator = await startReadEmulator();
  const clients = await installPython();
  read =
    "missing" in clients
      ? clients
      : { lists: await runPython("readV3.py", clients.folder, `127.0.0.1:${emulator.port}`, jobs) };
}, 720_000);
afterAll(() => emulator.close());

test.for(jobs.map((job, index) => ({ ...job, index })))(
  "alibabacloud (ACS3-HMAC-SHA256) reads the $count rows of $action of $subject with the key $accessKey",
  ({ index, ...job }, { skip }) => {
    if ("missing" in read) return skip(read.missing);
    const rows = read.lists[index] ?? [];
    expect(rows).toHaveLength(job.count);
    expectSameRows(rows, emulator, job);
  },
);
