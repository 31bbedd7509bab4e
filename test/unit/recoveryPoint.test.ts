import { expect, test } from "vitest";
import { recoveryPoint } from "../../provider/operations/describeBackups/recoveryPoint.ts";

const backup = { backupStartTime: "2026-08-01T02:00:00Z", backupEndTime: "2026-08-01T03:00:00Z" };

test.each([
  ["between start and end", "2026-08-01T02:40:00Z"],
  ["at the start", "2026-08-01T02:00:00Z"],
  ["five minutes before the start", "2026-08-01T01:55:00Z"],
  ["five minutes after the end", "2026-08-01T03:05:00Z"],
])("a consistent time %s is the recovery point", (_, consistentTime) => {
  expect(recoveryPoint({ ...backup, consistentTime })).toEqual({
    at: Date.parse(consistentTime),
    source: "consistentTime",
  });
});

test.each([
  ["absent", undefined],
  ["more than five minutes before the start", "2026-08-01T01:54:59Z"],
  ["more than five minutes after the end", "2026-08-01T03:05:01Z"],
  ["years ahead", "2055-01-01T00:00:00Z"],
])("with a consistent time that is %s, it is the start", (_, consistentTime) => {
  expect(recoveryPoint({ ...backup, consistentTime })).toEqual({
    at: Date.parse("2026-08-01T02:00:00Z"),
    source: "backupStartTime",
  });
});

test("without an end, five minutes around the start count", () => {
  const unfinished = { backupStartTime: "2026-08-01T02:00:00Z" };
  const near = recoveryPoint({ ...unfinished, consistentTime: "2026-08-01T02:05:00Z" });
  const far = recoveryPoint({ ...unfinished, consistentTime: "2026-08-01T02:05:01Z" });
  expect([near?.source, far?.source]).toEqual(["consistentTime", "backupStartTime"]);
});

test("without a start there is none, whatever else is known", () => {
  expect(
    recoveryPoint({ backupEndTime: backup.backupEndTime, consistentTime: "2026-08-01T02:40:00Z" }),
  ).toBeUndefined();
});
