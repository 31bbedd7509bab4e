import { describe, expect, test } from "vitest";
import type { FieldChanges } from "../../emulator/index.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import { describeBackups } from "../../provider/operations/describeBackups/describeBackups.ts";
import { backupRow, DAY, HOUR, iso, NOW } from "../support/fixtures/backups.ts";

/** The rules that refuse a backup of five hours ago which is good but for these changes, and how. */
function refusals(changes: FieldChanges, criteria: JsonObject = {}): readonly string[] {
  return reasons(changes, criteria).map(({ rule, verdict }) => `${rule} ${verdict}`);
}

function reasons(changes: FieldChanges, criteria: JsonObject) {
  return describeBackups.judge(criteria).row(describeBackups.decodeRow(backupRow("1", 5, changes)), NOW);
}

test("a finished full snapshot of the whole instance is usable", () => {
  expect(refusals({})).toEqual([]);
  expect(refusals({ BackupMethod: "Physical" })).toEqual([]);
});

describe("status", () => {
  test.each([["success"], ["SUCCESS"], [" Success "], ["Success\n"]])("%j is Success", (status) =>
    expect(refusals({ BackupStatus: status })).toEqual([]),
  );
  test.each([["Failed"], ["FAILED"], [" failed"]])("%j is failed", (status) =>
    expect(refusals({ BackupStatus: status })).toEqual(["backupStatus fail"]),
  );
  test("the record keeps the text as it was sent", () =>
    expect(describeBackups.decodeRow(backupRow("1", 5, { BackupStatus: " Success " })).record.backupStatus).toBe(
      " Success ",
    ));
  test.each([["Running"], ["Successful"], ["Suc cess"], ["Success,Failed"], [""], [undefined], [{}]])(
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
    const logical = { BackupMethod: "Logical", BackupScale: "DBInstance" };
    expect(refusals(logical)).toEqual(["backupMethod fail"]);
    expect(refusals(logical, { backupMethod: "Logical" })).toEqual([]);
    expect(refusals({ BackupMethod: "Physical" }, { backupMethod: "Snapshot" })).toEqual(["backupMethod fail"]);
  });
  test("blanks around do not matter", () =>
    expect(refusals({ BackupType: " FullBackup ", BackupMethod: "physical " })).toEqual([]));
  test("a missing or unheard-of one is refused", () => {
    expect(refusals({ BackupType: undefined })).toHaveLength(1);
    expect(refusals({ BackupMethod: undefined })).toHaveLength(1);
    expect(refusals({ BackupMethod: "Telepathy" })).toHaveLength(1);
  });
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
  test("says when, and what is required", () => {
    const [soon] = reasons({ ExpectExpireTime: iso(NOW + 5 * HOUR) }, { minRemaining: "7d" });
    expect(soon?.message).toBe("it expires in 5h, but more than 7d is required");
    const [expired] = reasons({ ExpectExpireTime: iso(NOW - HOUR) }, { minRemaining: "7d" });
    expect(expired?.message).toBe("it expired at 2026-08-10T11:00:30Z");
  });
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
  test("none is no reason, one that cannot be read is", () => {
    expect(refusals({ ExpectExpireTime: undefined })).toEqual([]);
    expect(refusals({ ExpectExpireTime: "soon" })).toEqual(["minRemaining unknown"]);
  });
  describe("N10: kept for ever is no expiry", () => {
    test.each([["9999-01-01T00:00:00Z"], ["2100-01-01T00:00:00Z"], ["9999-12-31T23:59Z"], [-1], ["-1"], [" -1 "]])(
      "%j",
      (ExpectExpireTime) => {
        expect(refusals({ ExpectExpireTime })).toEqual([]);
        expect(refusals({ ExpectExpireTime }, { minRemaining: "3650d" })).toEqual([]);
      },
    );
    test("not even as that year comes near", () => {
      const began = Date.parse("2099-12-31T20:00:00Z");
      const times = {
        BackupStartTime: iso(began),
        BackupEndTime: iso(began),
        ExpectExpireTime: "2100-01-01T00:00:00Z",
      };
      const row = describeBackups.decodeRow(backupRow("1", 5, times));
      expect(describeBackups.judge({ minRemaining: "7d" }).row(row, began + HOUR)).toEqual([]);
    });
    test.each([[-2], ["-10"], [0], ["never"], ["10000-01-01T00:00:00Z"], ["9999-02-30T00:00:00Z"], [[]], [true]])(
      "%j is not that, and cannot be read",
      (ExpectExpireTime) => expect(refusals({ ExpectExpireTime })).toEqual(["minRemaining unknown"]),
    );
    test("the record tells a time that is far ahead", () => {
      const recorded = (ExpectExpireTime: string | number) =>
        describeBackups.decodeRow(backupRow("1", 5, { ExpectExpireTime })).record.expectExpireTime;
      expect(recorded("9999-01-01T00:00:00Z")).toBe("9999-01-01T00:00:00Z");
      expect(recorded(-1)).toBe("9999-12-31T23:59:59Z");
    });
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
