import { describe, expect, test } from "vitest";
import type { FieldChanges } from "../../emulator/index.ts";
import { describeBackups } from "../../provider/operations/describeBackups/describeBackups.ts";
import { backupRow, HOUR, iso, NOW } from "../support/fixtures/backups.ts";

const MINUTE = 60_000;
const START = NOW - 5 * HOUR;

/** What speaks against a backup that began five hours ago and is good but for these changes. */
function reasons(changes: FieldChanges) {
  return describeBackups.judge({}).row(describeBackups.decodeRow(backupRow("1", 5, changes)), NOW);
}

const refusals = (changes: FieldChanges) => reasons(changes).map(({ rule, verdict }) => `${rule} ${verdict}`);
const contradicts = (details: string) => [
  {
    rule: "backupEndTime",
    verdict: "unknown",
    terminal: false,
    message: `its times contradict each other: ${details}`,
  },
];

describe("W4: times that contradict each other are unknown", () => {
  test("an end before the start", () =>
    expect(reasons({ BackupEndTime: iso(NOW - 30 * HOUR) })).toEqual(
      contradicts("start 2026-08-10T07:00:30Z, end 2026-08-09T06:00:30Z"),
    ));
  test("an end before the start by more than five minutes, and not by less", () => {
    expect(refusals({ BackupEndTime: iso(START - 5 * MINUTE - 1000) })).toEqual(["backupEndTime unknown"]);
    expect(refusals({ BackupEndTime: iso(START - 5 * MINUTE) })).toEqual([]);
    expect(refusals({ BackupEndTime: iso(START - 5 * MINUTE + 1000) })).toEqual([]);
    expect(refusals({ BackupEndTime: iso(START) })).toEqual([]);
  });
  test.each([
    ["x"],
    [[]],
    [{}],
    [0],
    [1_786_000_000],
    [false],
    ["2026-02-30T00:00:00Z"],
    ["2026-08-10 08:00:00"],
    ["9999-01-01T00:00:00Z"],
    [["2026-08-10T08:00:00Z"]],
  ])("an end that cannot be read: %j", (BackupEndTime) =>
    expect(reasons({ BackupEndTime })).toEqual(contradicts("its end cannot be read")),
  );
  test("a success that has not ended yet", () => {
    expect(reasons({ BackupEndTime: iso(NOW + 40 * HOUR) })).toEqual(
      contradicts("it succeeded, but its end 2026-08-12T04:00:30Z is 40h ahead"),
    );
    expect(refusals({ BackupStatus: " success ", BackupEndTime: iso(NOW + HOUR) })).toEqual(["backupEndTime unknown"]);
  });
  test("a success may end five minutes ahead, as clocks differ, and no more", () => {
    expect(refusals({ BackupEndTime: iso(NOW + 5 * MINUTE) })).toEqual([]);
    expect(refusals({ BackupEndTime: iso(NOW + 5 * MINUTE + 1000) })).toEqual(["backupEndTime unknown"]);
  });
  test.each([[undefined], [null], [""], ["  "], ["\t"]])("no end is no contradiction: %j", (BackupEndTime) =>
    expect(refusals({ BackupEndTime })).toEqual([]),
  );
  test("what did not succeed may say when it will end", () => {
    expect(refusals({ BackupStatus: "Running", BackupEndTime: iso(NOW + HOUR) })).toEqual(["backupStatus unknown"]);
    expect(refusals({ BackupStatus: "Failed", BackupEndTime: iso(NOW + HOUR) })).toEqual(["backupStatus fail"]);
  });
  test("a consistent time does not make up for it", () => {
    const ConsistentTime = (START + 10 * MINUTE) / 1000;
    expect(refusals({ BackupEndTime: iso(NOW - 30 * HOUR), ConsistentTime })).toEqual(["backupEndTime unknown"]);
    expect(refusals({ BackupEndTime: "x", ConsistentTime })).toEqual(["backupEndTime unknown"]);
  });
});

describe("recovery point", () => {
  const began = (at: number) => ({ BackupStartTime: iso(at), BackupEndTime: iso(at) });
  test("may be five minutes ahead, as clocks differ, and no more", () => {
    expect(refusals(began(NOW + 5 * MINUTE))).toEqual([]);
    expect(refusals({ BackupStartTime: iso(NOW + 5 * MINUTE + 1000), BackupEndTime: undefined })).toEqual([
      "recoveryPointTime unknown",
    ]);
  });
  test("must be readable", () => {
    expect(refusals({ BackupStartTime: undefined })).toEqual(["recoveryPointTime unknown"]);
    expect(refusals({ BackupStartTime: "2026-02-30T00:00:00Z" })).toEqual(["recoveryPointTime unknown"]);
  });
});
