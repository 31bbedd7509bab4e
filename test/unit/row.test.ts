import { expect, test } from "vitest";
import { compareNewestFirst } from "../../provider/core/row.ts";
import { describeBackups } from "../../provider/operations/describeBackups/describeBackups.ts";
import { backupRow, HOUR, iso, NOW } from "../support/fixtures/backups.ts";

function order(...rows: Parameters<typeof backupRow>[]): readonly string[] {
  return rows
    .map((row) => describeBackups.decodeRow(backupRow(...row)))
    .sort(compareNewestFirst)
    .map(({ id }) => id);
}

test("the latest recovery point comes first", () => {
  expect(order(["1", 30], ["2", 6], ["3", 54])).toEqual(["2", "1", "3"]);
});

test("a consistent time counts for more than the start", () => {
  const consistent = (NOW - 5.2 * HOUR) / 1000;
  const long = { BackupEndTime: iso(NOW - 5 * HOUR), ConsistentTime: consistent };
  expect(order(["1", 5.5], ["2", 6, long])).toEqual(["2", "1"]);
});

test("of the same recovery point, the one that ended later", () => {
  const later = { BackupEndTime: iso(NOW - 4 * HOUR) };
  expect(order(["2", 6], ["1", 6, later])).toEqual(["1", "2"]);
});

test("of the same times, the higher number, not the later word", () => {
  expect(order(["99", 6], ["100", 6], ["9", 6])).toEqual(["100", "99", "9"]);
});

test("without a time, last", () => {
  expect(order(["9", 6, { BackupStartTime: undefined }], ["1", 600])).toEqual(["1", "9"]);
});
