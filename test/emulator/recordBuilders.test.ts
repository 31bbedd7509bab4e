import { describe, expect, test } from "vitest";
import {
  backupRecord,
  backupSetDownloadTaskRecord,
  downloadTaskRecord,
  migrateTaskRecord,
  ossDownloadRecord,
} from "../../emulator/index.ts";
import { recordFromProgramValues } from "../../emulator/records/recordFromProgramValues.ts";
import { call, openSession } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

const createTime = "2026-08-09T20:00:00Z";
const endTime = "2026-08-09T20:30:00Z";

const backup = {
  dbInstanceId: "rm-1",
  backupId: "1894",
  backupStatus: "Success",
  backupStartTime: createTime,
  backupEndTime: endTime,
  consistentTime: "2026-08-09T20:20:00Z",
  backupSize: 1_000_000,
  backupType: "FullBackup",
  backupMethod: "Snapshot",
  isAvail: true,
};
const migrateTask = { migrateTaskId: "7", dbName: "orders", status: "Success", createTime, isDbReplaced: false };
const file = { fileName: "orders.bak", status: "Restored", isAvailable: true, fileSize: 2 * 1024 * 1024, createTime };
const download = {
  taskId: "dt-1",
  downloadStatus: "finished",
  createTime,
  dbList: ["orders", "billing"],
  exportDataSize: 5,
};
const setDownload = {
  backupPlanId: "dbs1",
  backupSetDownloadTaskId: "dsp1",
  backupSetDownloadStatus: "finish",
  backupSetDownloadCreateTime: createTime,
};

describe("a record that is made of typed values", () => {
  // The wire forms are those of the documents.
  test("is written as the service writes it", () => {
    expect(backupRecord(backup)).toEqual({
      action: "DescribeBackups",
      subject: "rm-1",
      row: {
        BackupId: "1894",
        DBInstanceId: "rm-1",
        BackupStatus: "Success",
        BackupStartTime: createTime,
        BackupEndTime: endTime,
        // Seconds since 1970.
        ConsistentTime: Date.UTC(2026, 7, 9, 20, 20) / 1000,
        BackupSize: 1_000_000,
        BackupType: "FullBackup",
        BackupMethod: "Snapshot",
        IsAvail: true,
      },
    });
  });

  test("says beside the row whose it is, where the row does not", () => {
    expect(ossDownloadRecord({ dbInstanceId: "rm-1", migrateTaskId: "7", ...file })).toEqual({
      action: "DescribeOssDownloads",
      subject: "rm-1",
      of: { MigrateTaskId: "7" },
      // Whole megabytes.
      row: { FileName: "orders.bak", Status: "Restored", IsAvailable: true, FileSize: "2", CreateTime: createTime },
    });
  });

  test("leaves out what is undefined", () => {
    const { row } = migrateTaskRecord({ dbInstanceId: "rm-1", ...migrateTask, status: undefined });
    expect(Object.keys(row)).toEqual(["MigrateTaskId", "DBName", "CreateTime", "IsDBReplaced"]);
  });

  test("is refused for a value that the field cannot have, for an unknown field and without an owner", () => {
    expect(() => backupRecord({ ...backup, backupSize: -1 })).toThrow("backupSize cannot be -1");
    expect(() => recordFromProgramValues("DescribeBackups", { ...backup, backupSise: 1 })).toThrow(
      "backupSise is no field",
    );
    expect(() => recordFromProgramValues("DescribeBackups", { backupId: "1" })).toThrow("needs dbInstanceId");
    expect(() => recordFromProgramValues("DescribeNothing", backup)).toThrow("There is no action DescribeNothing");
  });
});

describe("what a lookup reads of such a record", async () => {
  const emulator = await useEmulator();
  const rds = { dbInstanceId: "rm-1" };

  test.each([
    ["getBackup", backupRecord(backup), { ...rds, backupId: "1894" }, backup],
    ["getMigrateTask", migrateTaskRecord({ ...rds, ...migrateTask }), { ...rds, migrateTaskId: "7" }, migrateTask],
    [
      "getOssDownload",
      ossDownloadRecord({ ...rds, migrateTaskId: "7", ...file }),
      { ...rds, migrateTaskId: "7", fileName: "orders.bak" },
      file,
    ],
    ["getDownloadTask", downloadTaskRecord({ ...rds, ...download }), { ...rds, taskId: "dt-1" }, download],
    [
      "getBackupSetDownloadTask",
      backupSetDownloadTaskRecord(setDownload),
      { backupPlanId: "dbs1", backupSetDownloadTaskId: "dsp1" },
      setDownload,
    ],
  ])("%s: the same values", async (name, record, args, values) => {
    emulator.add(record);
    expect(await call(openSession(emulator), name, args)).toMatchObject(values);
  });
});
