import { describe, expect, test } from "vitest";
import type { FieldChanges } from "../../emulator/index.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import { describeBackups } from "../../provider/operations/describeBackups.ts";
import { backupRow, DAY, HOUR, iso, NOW } from "../support/backups.ts";

/** The rules that refuse a backup of five hours ago which is good but for these changes, and how. */
function refusals(changes: FieldChanges, criteria: JsonObject = {}): readonly string[] {
  const row = describeBackups.decodeRow(backupRow("1", 5, changes));
  return row.objections(criteria, NOW).map(({ rule, verdict }) => `${rule} ${verdict}`);
}

const minutes = (count: number) => count * 60_000;

test("a finished full snapshot of the whole instance is usable", () => {
  expect(refusals({})).toEqual([]);
  expect(refusals({ BackupMethod: "Physical" })).toEqual([]);
});

describe("status", () => {
  test("case does not matter", () => expect(refusals({ BackupStatus: "success" })).toEqual([]));
  test("failed is failed", () => expect(refusals({ BackupStatus: "Failed" })).toEqual(["backupStatus fail"]));
  test.each([["Running"], ["Successful"], [""], [undefined], [{}]])(
    "%j is not understood, and so not usable",
    (status) => expect(refusals({ BackupStatus: status })).toEqual(["backupStatus unknown"]),
  );
});

describe("type and method", () => {
  test("an incremental backup is refused, unless asked for", () => {
    expect(refusals({ BackupType: "IncrementalBackup" })).toEqual(["backupType fail"]);
    expect(refusals({ BackupType: "IncrementalBackup" }, { backupType: "IncrementalBackup" })).toEqual([]);
    expect(refusals({}, { backupType: "IncrementalBackup" })).toEqual(["backupType fail"]);
  });
  test("a logical backup is refused, unless asked for", () => {
    expect(refusals({ BackupMethod: "Logical" })).toEqual(["backupMethod fail"]);
    expect(refusals({ BackupMethod: "Logical" }, { backupMethod: "Logical" })).toEqual([]);
    expect(refusals({ BackupMethod: "Physical" }, { backupMethod: "Snapshot" })).toEqual(["backupMethod fail"]);
  });
  test("a missing or unheard-of one is refused", () => {
    expect(refusals({ BackupType: undefined })).toHaveLength(1);
    expect(refusals({ BackupMethod: undefined })).toHaveLength(1);
    expect(refusals({ BackupMethod: "Telepathy" })).toHaveLength(1);
  });
});

describe("of a single database", () => {
  test.each([
    [{ BackupDBNames: "orders" }],
    [{ BackupScale: "DataBase" }],
    [{ BackupScale: "DBBackup", BackupDBNames: "orders" }],
  ])("%j is refused", (changes) => expect(refusals(changes)).toEqual(["databaseName fail"]));

  test("is accepted when that database is asked for, and no other", () => {
    expect(refusals({ BackupDBNames: "orders,users" }, { databaseName: "users" })).toEqual([]);
    expect(refusals({ BackupDBNames: "orders,users" }, { databaseName: "user" })).toEqual(["databaseName fail"]);
    expect(refusals({ BackupScale: "DataBase" }, { databaseName: "users" })).toEqual(["databaseName fail"]);
  });

  test("a backup of the instance that names its databases is of the instance", () => {
    expect(refusals({ BackupScale: "DBInstance", BackupDBNames: "orders,users" })).toEqual([]);
  });

  test.each([[{ BackupScale: {} }], [{ BackupDBNames: ["orders"] }]])(
    "%j cannot be read, which counts against the backup",
    (changes) => expect(refusals(changes)).toHaveLength(1),
  );
});

describe("availability", () => {
  test.each([[1], ["1"], [true], ["True"], [undefined]])("IsAvail %j is fine", (IsAvail) =>
    expect(refusals({ IsAvail })).toEqual([]),
  );
  test.each([[0], ["0"], ["False"]])("IsAvail %j is not usable", (IsAvail) =>
    expect(refusals({ IsAvail })).toEqual(["isAvail fail"]),
  );
  test.each([["maybe"], [2], [{}]])("IsAvail %j cannot be read, and is not usable", (IsAvail) =>
    expect(refusals({ IsAvail })).toEqual(["isAvail unknown"]),
  );
  test("whether it may be deleted says nothing about it", () => {
    expect(refusals({ StoreStatus: "Enabled" })).toEqual([]);
    expect(refusals({ StoreStatus: "Disabled" })).toEqual([]);
  });
});

describe("expiry", () => {
  test("one that expired, or expires this second, is refused", () => {
    expect(refusals({ ExpectExpireTime: iso(NOW - HOUR) })).toEqual(["minRemaining fail"]);
    expect(refusals({ ExpectExpireTime: iso(NOW) })).toEqual(["minRemaining fail"]);
    expect(refusals({ ExpectExpireTime: iso(NOW + 1000) })).toEqual([]);
  });
  test("must be later than now and what shall remain", () => {
    const criteria = { minRemaining: "7d" };
    expect(refusals({ ExpectExpireTime: iso(NOW + 7 * DAY) }, criteria)).toEqual(["minRemaining fail"]);
    expect(refusals({ ExpectExpireTime: iso(NOW + 7 * DAY + 1000) }, criteria)).toEqual([]);
  });
  test("none is no objection, one that cannot be read is", () => {
    expect(refusals({ ExpectExpireTime: undefined })).toEqual([]);
    expect(refusals({ ExpectExpireTime: "soon" })).toEqual(["minRemaining unknown"]);
  });
});

describe("recovery point", () => {
  const began = (at: number) => ({ BackupStartTime: iso(at), BackupEndTime: iso(at + HOUR) });
  test("may be five minutes ahead, as clocks differ, and no more", () => {
    expect(refusals(began(NOW + minutes(5)))).toEqual([]);
    expect(refusals(began(NOW + minutes(5) + 1000))).toEqual(["recoveryPointTime unknown"]);
  });
  test("must be readable", () => {
    expect(refusals({ BackupStartTime: undefined })).toEqual(["recoveryPointTime unknown"]);
    expect(refusals({ BackupStartTime: "2026-02-30T00:00:00Z" })).toEqual(["recoveryPointTime unknown"]);
  });
});

test("everything that speaks against a backup is said", () => {
  const changes = {
    BackupStatus: "Failed",
    BackupType: "IncrementalBackup",
    IsAvail: 0,
    ExpectExpireTime: iso(NOW - DAY),
  };
  expect(refusals(changes)).toEqual(["backupStatus fail", "backupType fail", "isAvail fail", "minRemaining fail"]);
});
