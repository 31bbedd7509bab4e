import { beforeEach, describe, expect, test } from "vitest";
import { isJsonObject, type Json, type JsonObject } from "../../provider/core/json.ts";
import { backup, backupRow, SHOP } from "../support/fixtures/backups.ts";
import { call, failure, openSession } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

const emulator = await useEmulator();

function list(more: JsonObject = {}) {
  return call(openSession(emulator), "getBackups", { dbInstanceId: SHOP, ...more });
}

/** The next reply has these rows, whatever was asked for. */
function answerWith(...rows: readonly Json[]): void {
  emulator.addSubject(SHOP);
  emulator.inject({
    kind: "rewrite",
    times: 10,
    rewrite: (body) => ({ ...body, TotalRecordCount: rows.length, Items: { Backup: rows } }),
  });
}

test("a backup is a flat record with its region, and without its links", async () => {
  const link = "https://b.oss.aliyuncs.com/f?Expires=1&OSSAccessKeyId=LTAIx&Signature=s3cr3t";
  emulator.add(backup("7", 5, { BackupDownloadURL: link, ConsistentTime: 1_786_346_430 }));
  expect(await list()).toEqual({
    backups: [
      {
        backupId: "7",
        dbInstanceId: SHOP,
        backupStatus: "Success",
        backupStartTime: "2026-08-10T07:00:30Z",
        backupEndTime: "2026-08-10T07:30:30Z",
        consistentTime: "2026-08-10T07:20:30Z",
        backupType: "FullBackup",
        backupMode: "Automated",
        backupMethod: "Snapshot",
        backupSize: 1_000_000,
        isAvail: true,
        recoveryPointTime: "2026-08-10T07:20:30Z",
        region: "cn-hangzhou",
      },
    ],
    ids: ["7"],
  });
});

test("an instance without backups has an empty list", async () => {
  emulator.addSubject(SHOP);
  expect(await list()).toEqual({ backups: [], ids: [] });
});

describe("filters", () => {
  beforeEach(() =>
    emulator.add(
      backup("1", 5),
      backup("2", 29, { BackupStatus: "Failed" }),
      backup("3", 53, { BackupMode: "Manual" }),
      backup("4", 77, { BackupType: "IncrementalBackup" }),
    ),
  );

  test.each([
    [{ backupStatus: "Failed" }, ["2"]],
    [{ backupMode: "Manual" }, ["3"]],
    [{ backupType: "IncrementalBackup" }, ["4"]],
    [{ backupId: "1" }, ["1"]],
    [{ backupStatus: "Success", backupMode: "Automated" }, ["1", "4"]],
    [{ startTime: "2026-08-09T00:00:00Z" }, ["1", "2"]],
    [{ startTime: "-30h" }, ["1", "2"]],
    [{ endTime: "2026-08-09T15:00:30+08:00" }, ["2", "3", "4"]],
    [{ startTime: "2026-08-09T07:00:30Z", endTime: "2026-08-09T07:00:31Z" }, ["2"]],
    [{ startTime: "-7d", endTime: "-3d" }, ["4"]],
  ])("%j selects %j", async (filter, ids) => expect((await list(filter)).ids).toEqual(ids));

  test("are applied again here, when the service did not", async () => {
    answerWith(backupRow("1", 5), backupRow("2", 29, { BackupStatus: "Failed" }));
    expect((await list({ backupStatus: "Failed" })).ids).toEqual(["2"]);
  });

  test("by time too", async () => {
    answerWith(backupRow("1", 5), backupRow("2", 500));
    expect((await list({ startTime: "-2d" })).ids).toEqual(["1"]);
  });

  test("by location too", async () => {
    answerWith(backupRow("1", 5, { BackupLocation: "OSS" }), backupRow("2", 29, { BackupLocation: "NAS" }));
    expect((await list({ backupLocation: "OSS" })).ids).toEqual(["1"]);
  });

  test("without endTime nothing that the service sends is too late", async () => {
    answerWith(backupRow("1", 5), backupRow("2", -2), backupRow("3", -48));
    expect((await list({ startTime: "-7d" })).ids).toEqual(["3", "2", "1"]);
    expect((await list()).ids).toEqual(["3", "2", "1"]);
    expect((await list({ endTime: "2026-08-10T12:00:30Z" })).ids).toEqual(["1"]);
  });

  test("need not be applied to a row that another one keeps out", async () => {
    answerWith(backupRow("1", 5, { BackupMode: undefined, BackupType: "IncrementalBackup" }), backupRow("2", 29));
    expect((await list({ backupMode: "Automated", backupType: "FullBackup" })).ids).toEqual(["2"]);
  });

  test("cannot be applied to a row that does not show the field: an error", async () => {
    answerWith(backupRow("1", 5, { BackupMode: undefined }));
    expect((await failure(list({ backupMode: "Manual" }))).message).toContain("row 1 without a readable backupMode");
  });
});

test("a row of another instance is an error", async () => {
  answerWith(backupRow("1", 5), backupRow("2", 29, { DBInstanceId: "rm-bp1other" }));
  const { message } = await failure(list());
  expect(message).toContain("row 2, which is not of rm-bp1shop");
});

test("a row that does not say readably whose it is, is an error", async () => {
  answerWith(backupRow("1", 5, { DBInstanceId: {} }));
  expect((await failure(list())).message).toContain("DescribeBackups sent row 1");
});

test("a row whose time cannot be read is listed, last", async () => {
  answerWith(backupRow("1", 5, { BackupStartTime: "?" }), backupRow("2", 29));
  expect((await list({ startTime: "-7d" })).ids).toEqual(["2", "1"]);
});

test("nothing of a record is null", async () => {
  answerWith(backupRow("1", 5, { Engine: null, EngineVersion: "" }));
  const { backups } = await list();
  const [only] = Array.isArray(backups) ? backups : [];
  expect(isJsonObject(only) && Object.values(only).includes(null)).toBe(false);
});
