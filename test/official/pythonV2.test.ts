import { expect, test } from "vitest";
import { demoCredentials } from "../../emulator/index.ts";
import type { Json } from "../../provider/core/json.ts";
import { type Job, readings, rowsOf } from "../support/official/readings.ts";
import { usePythonClients } from "../support/official/usePythonClients.ts";

const jobs: readonly Job[] = readings.flatMap((reading) =>
  (["POST", "GET"] as const).map((method) => ({ ...reading, ...demoCredentials.owner, method })),
);

const { emulator, read } = usePythonClients("readV2.py", jobs);

test.for(jobs.map((job, index) => ({ ...job, index })))(
  "aliyun-python-sdk (HMAC-SHA1) reads the $count rows of $action of $subject over $method, value for value",
  ({ index, ...job }, { skip }) => {
    const result = read();
    if ("missing" in result) return skip(result.missing);
    const rows = result.lists[index] ?? [];
    expect(rows).toHaveLength(job.count);
    expect(inOrder(rows)).toEqual(inOrder(rowsOf(emulator(), job)));
  },
);

function inOrder(rows: readonly Json[]): readonly string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}
