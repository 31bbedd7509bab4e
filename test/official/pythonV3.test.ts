import { expect, test } from "vitest";
import { demoCredentials } from "../../emulator/index.ts";
import { expectSameRows } from "../support/official/expectSameRows.ts";
import { type Job, readings } from "../support/official/readings.ts";
import { usePythonClients } from "../support/official/usePythonClients.ts";

const { owner, temporary } = demoCredentials;
const jobs: readonly Job[] = readings.flatMap((reading) => [owner, temporary].map((key) => ({ ...reading, ...key })));

const { emulator, read } = usePythonClients("readV3.py", jobs);

test.for(jobs.map((job, index) => ({ ...job, index })))(
  "alibabacloud (ACS3-HMAC-SHA256) reads the $count rows of $action of $subject with the key $accessKey",
  ({ index, ...job }, { skip }) => {
    const result = read();
    if ("missing" in result) return skip(result.missing);
    const rows = result.lists[index] ?? [];
    expect(rows).toHaveLength(job.count);
    expectSameRows(rows, emulator(), job);
  },
);
