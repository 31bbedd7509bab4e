import { beforeEach, describe, expect, test } from "vitest";
import { backup } from "../support/fixtures/backups.ts";
import { backupSetDownload, downloadTask, migrateTask, ossDownload } from "../support/fixtures/tasks.ts";
import { endOf, listFunctions } from "../support/lookups/numberedCases.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

const emulator = await useEmulator();
const addRows = () => {
  emulator.add(backup("1", 5), migrateTask("1", 5), ossDownload("1", "1.bak"));
  emulator.add(downloadTask("dt-1", 5), backupSetDownload("b1", 5));
};
beforeEach(addRows);

/** Whether there are rows decides where a reply contradicts itself: `Success` with a code is believed only with them. */
describe.each([
  ["A36", "code"],
  ["A39", "Success"],
  ["A39", "SUCCESS"],
  ["A39", "number"],
  ["A39", "text"],
  ["A39", "zero"],
  ["A39", "zeroText"],
  ["A39", "empty"],
  ["A40", "errCode"],
  ["A41", "status"],
  ["A44", "success"],
])("%s %s", (number, variant) => {
  test.each(listFunctions)("%s is an answer", async (name) => {
    expect(await endOf(emulator, { number, variant }, name)).toHaveProperty("ids.0");
    expect(emulator.requests()).toHaveLength(1);
  });
});

test.each([
  ["A36", "code", /the code DBS\.InternalError and no rows/],
  ["A40", "errCode", /the code Param\.NotFound and no rows/],
])("%s %s without rows is an error", async (number, variant, told) => {
  emulator.remove({ action: "DescribeDownloadTask" });
  expect(await endOf(emulator, { number, variant }, "getDownloadTasks")).toMatch(told);
});

describe.each([
  ["A37", "text", /^Describe\w+ for [\w -]+ failed: Unsuccessful: no message/],
  ["A38", "errCode", /^Describe\w+ for [\w -]+ failed: InvalidParameter: not valid\n.*code InvalidParameter, HTTP 200/],
  [
    "A42",
    "code",
    /failed: Forbidden\.RAM: not allowed\n.*HTTP 403, RequestId R-42[\s\S]*grant the RAM action \w+:Describe/,
  ],
  ["A43", "null", /failed: InvalidParameter: no message\n.*RequestId R-43/],
  ["A43", "object", /failed: InvalidParameter: no message\n.*RequestId R-43/],
  ["A43", "secret", /failed: InvalidParameter: Denied for https:\/\/bucket\.oss\.aliyuncs\.com\/f\?\[redacted\]\n/],
  ["A43", "long", /^.{0,100}InvalidParameter: m{300,400}\.\.\.\n/],
  ["A44", "error", /failed: Forbidden\.RAM: not allowed\n(?!.*RequestId)/],
])("%s %s", (number, variant, told) => {
  test.each(listFunctions)("%s is an error, asked once", async (name) => {
    const end = await endOf(emulator, { number, variant }, name);
    expect(end).toMatch(told);
    expect(end).not.toMatch(/s1gnature|LTAIother/);
    expect(end.length).toBeLessThan(1000);
    expect(emulator.requests()).toHaveLength(1);
  });
});
