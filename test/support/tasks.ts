import type { EmulatorRecord, FieldChanges } from "../../emulator/index.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import { HOUR, iso, NOW } from "./backups.ts";

/** A SQL Server instance, an instance with advanced downloads, and a DBS backup plan. */
export const ERP = "rm-bp1erp";
export const BILL = "rm-bp1bill";
export const PLAN = "dbs1plan";

/** A migrate task that was created so many hours ago and took half an hour, in wire form. */
export function migrateTaskRow(id: string, hoursAgo: number, changes: FieldChanges = {}): JsonObject {
  const created = NOW - hoursAgo * HOUR;
  return row({
    MigrateTaskId: id,
    DBName: "orders",
    BackupMode: "FULL",
    Status: "Success",
    CreateTime: iso(created),
    EndTime: iso(created + HOUR / 2),
    IsDBReplaced: "False",
    Description: "nightly",
    ...changes,
  });
}

export function migrateTask(id: string, hoursAgo: number, changes: FieldChanges = {}): EmulatorRecord {
  return { action: "DescribeMigrateTasks", subject: ERP, row: migrateTaskRow(id, hoursAgo, changes) };
}

/** A file of a migrate task, restored, added two hours ago. */
export function ossDownloadRow(fileName: string, changes: FieldChanges = {}): JsonObject {
  return row({
    FileName: fileName,
    FileSize: "2",
    BackupMode: "FULL",
    Status: "Restored",
    IsAvailable: "True",
    CreateTime: iso(NOW - 2 * HOUR),
    EndTime: iso(NOW - HOUR),
    Description: "",
    ...changes,
  });
}

export function ossDownload(task: string, fileName: string, changes: FieldChanges = {}): EmulatorRecord {
  const of = { MigrateTaskId: task };
  return { action: "DescribeOssDownloads", subject: ERP, of, row: ossDownloadRow(fileName, changes) };
}

/** An advanced download that was created so many hours ago. */
export function downloadTask(id: string, hoursAgo: number, changes: FieldChanges = {}): EmulatorRecord {
  const given = {
    TaskId: id,
    RegionCode: "cn-hangzhou",
    Format: "csv",
    DbList: "[billing]",
    BakSetId: "1482610301",
    DownloadStatus: "finished",
    ExportDataSize: "1000",
    ImportDataSize: "900",
    BackupSetTime: "",
    TargetType: "OSS",
    TargetPath: "exports/full",
    Progress: "7/7",
    GmtCreate: String(NOW - hoursAgo * HOUR),
    ...changes,
  };
  return { action: "DescribeDownloadTask", subject: BILL, of: { TaskType: "full" }, row: row(given) };
}

/** A download of a backup set of the plan that was created so many hours ago and took half an hour. */
export function backupSetDownload(id: string, hoursAgo: number, changes: FieldChanges = {}): EmulatorRecord {
  const created = NOW - hoursAgo * HOUR;
  const given = {
    BackupSetDownloadTaskId: id,
    BackupSetDownloadTaskName: "nightly",
    BackupPlanId: PLAN,
    BackupSetId: "dbss1",
    BackupSetDownloadStatus: "finish",
    BackupSetDownloadWay: "manual",
    BackupSetDownloadCreateTime: created,
    BackupSetDownloadFinishTime: created + HOUR / 2,
    BackupSetDataSize: 213,
    BackupSetDownloadInternetUrl: "无",
    BackupSetDownloadIntranetUrl: "无",
    BackupGatewayId: "无",
    ErrMessage: "",
    ...changes,
  };
  return { action: "DescribeBackupSetDownloadTaskList", subject: PLAN, row: row(given) };
}

function row(given: FieldChanges): JsonObject {
  return Object.fromEntries(
    Object.entries(given).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}
