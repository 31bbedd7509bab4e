import { describe, expect, test } from "vitest";
import type { FieldChanges } from "../../emulator/index.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import { compareNewestFirst } from "../../provider/core/row.ts";
import { describeBackups } from "../../provider/operations/describeBackups/describeBackups.ts";
import { backupRow, iso, NOW } from "../support/fixtures/backups.ts";

/* What a reading alone can tell; what is read, and what a user sees, is in lookups/incrementalBackups.test.ts. */

const full = (id: string, hoursAgo: number, changes: FieldChanges = {}) => backupRow(id, hoursAgo, changes);
const incremental = (id: string, hoursAgo: number, changes: FieldChanges = {}) =>
  backupRow(id, hoursAgo, { BackupType: "IncrementalBackup", ...changes });
const undated: FieldChanges = { BackupStartTime: "soon", BackupEndTime: undefined };

/** What is against the row with this ID: `rule verdict`, `needs older`, or nothing. */
function against(id: string, rows: readonly JsonObject[], { isWhole = true } = {}): readonly string[] {
  const { rows: judgeRows } = describeBackups.judge({ backupType: "FullOrIncremental" });
  const read = rows.map((raw) => describeBackups.decodeRow(raw)).sort(compareNewestFirst);
  const { rows: judged, needOlder } = judgeRows(read, { now: NOW, isWhole });
  const one = judged.find(({ row }) => row.id === id);
  if (one === undefined) throw new Error(`There is no row ${id}.`);
  if (needOlder.has(one.row)) return ["needs older"];
  return one.reasons.map(({ rule, verdict }) => `${rule} ${verdict}`);
}

describe("whether older rows are needed", () => {
  test("not with a base among those that were read", () => {
    expect(against("2", [full("1", 30), incremental("2", 5)], { isWhole: false })).toEqual([]);
  });
  test("with none, while there may be older ones", () => {
    expect(against("2", [incremental("2", 5)], { isWhole: false })).toEqual(["needs older"]);
    expect(against("2", [incremental("2", 5)])).toEqual(["backupType fail"]);
  });
  test("not for a chain that is broken already", () => {
    const rows = [incremental("1", 30, { BackupStatus: "Failed" }), incremental("2", 5)];
    expect(against("2", rows, { isWhole: false })).toEqual(["backupStatus fail"]);
  });
  test("not for one that is bad by itself, nor for one without a time", () => {
    expect(against("2", [incremental("2", 5, { IsAvail: 0 })], { isWhole: false })).toEqual(["isAvail fail"]);
    expect(against("2", [incremental("2", 5, undated)], { isWhole: false })).toEqual(["recoveryPointTime unknown"]);
  });
});

describe("an incremental one with the recovery point of the base counts as after it", () => {
  const hour = 3_600_000;
  test.each([
    ["ended before it", 30 * hour - 1000],
    ["ended after it", 29 * hour],
  ])("when it %s", (_, endedAgo) => {
    const beside = incremental("3", 30, { IsAvail: 0, BackupEndTime: iso(NOW - endedAgo), ConsistentTime: undefined });
    expect(against("2", [full("1", 30), beside, incremental("2", 5)])).toEqual(["isAvail fail"]);
  });
});

describe("a row without a readable time may stand anywhere", () => {
  const chain = [full("1", 30), incremental("2", 5)];

  test.each([
    ["a full one may be the base", full("9", 0, undated)],
    ["one of an unknown type may be the base", full("9", 0, { ...undated, BackupType: undefined })],
    ["an incremental one may be between", incremental("9", 0, undated)],
    [
      "one of an unknown type that failed may be between",
      full("9", 0, { ...undated, BackupType: undefined, BackupStatus: "Failed" }),
    ],
  ])("%s", (_, odd) => {
    expect(against("2", [...chain, odd])).toEqual(["backupType unknown"]);
  });

  test.each([
    ["a full one that failed", full("9", 0, { ...undated, BackupStatus: "Failed" })],
    ["a copy-only one", full("9", 0, { ...undated, CopyOnlyBackup: 1 })],
    ["one of another method", full("9", 0, { ...undated, BackupMethod: "Physical" })],
  ])("%s is nothing to the chain", (_, other) => {
    expect(against("2", [...chain, other])).toEqual([]);
  });

  test("what an undated full one leaves open is not certain to be broken", () => {
    const rows = [full("1", 30), incremental("3", 20, { BackupStatus: "Failed" }), incremental("2", 5)];
    expect(against("2", rows)).toEqual(["backupStatus fail"]);
    expect(against("2", [...rows, full("9", 0, undated)])).toEqual(["backupType unknown"]);
  });
});

test("what is certain comes before what is not, and that before what an argument settles", () => {
  const byHand = { Engine: "SQLServer", BackupMode: "Manual" };
  const base = full("1", 60, byHand);
  const running = incremental("2", 40, { BackupStatus: "Running" });
  const failed = incremental("3", 20, { BackupStatus: "Failed" });
  expect(against("4", [base, running, failed, incremental("4", 5)])).toEqual(["backupStatus fail"]);
  expect(against("4", [base, running, incremental("4", 5)])).toEqual(["backupStatus unknown"]);
  expect(against("4", [base, incremental("4", 5)])).toEqual(["assumeWholeInstance unknown"]);
});

test("the base is the newest full one, not the newest that is usable", () => {
  const rows = [full("1", 60), full("2", 30, { IsAvail: 0 }), incremental("3", 5)];
  expect(against("3", rows)).toEqual(["isAvail fail"]);
});

test("a recovery point is what counts, not the start", () => {
  const late = full("1", 30, { BackupEndTime: iso(NOW - 3_600_000), ConsistentTime: (NOW - 2 * 3_600_000) / 1000 });
  // The full backup began before the incremental one, and is of a later point.
  expect(against("2", [late, incremental("2", 5)])).toEqual(["backupType fail"]);
  expect(against("3", [late, incremental("3", 1)])).toEqual([]);
});

test("of the same moment is not before", () => {
  expect(against("2", [full("1", 5), incremental("2", 5)])).toEqual(["backupType fail"]);
});

test("words of the service are compared without case and blanks", () => {
  const rows = [
    full("1", 30, { BackupType: " fullbackup ", BackupMethod: "SNAPSHOT", BackupStatus: "success" }),
    incremental("2", 5, { BackupType: "INCREMENTALBACKUP" }),
  ];
  expect(against("2", rows)).toEqual([]);
});

test("as many incremental backups as two years have are judged in one pass", () => {
  const none = Array.from({ length: 10_000 }, (_, index) => incremental(String(index), index + 1));
  expect(against("0", none)).toEqual(["backupType fail"]);
  expect(against("0", [...none, full("10000", 10_001)])).toEqual([]);
});
