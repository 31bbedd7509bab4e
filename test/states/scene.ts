import type { Seed } from "../../emulator/index.ts";
import { sceneTime } from "./sceneTime.ts";

/** What the emulator knew when the states were recorded. It does not change: what was recorded was taken from it. */
export const SHOP = "rm-bp1shop";
export const CRM = "rm-bp1crm";
/** Its newest backup is nine days old. */
export const WIKI = "rm-bp1wiki";
/** In cn-beijing. */
export const LOGS = "rm-2zelogs";
export const ERP = "rm-bp1erp";
export const BILL = "rm-bp1bill";
export const PLAN = "dbs1shop";

export const scene: readonly Seed[] = [
  instance(SHOP, [
    backup(SHOP, "1894505001", { from: "2026-11-17T18:00:00Z", to: "2026-11-17T18:30:00Z" }),
    backup(SHOP, "1894505002", { from: "2026-11-18T18:00:00Z", to: "2026-11-18T18:30:00Z" }),
    backup(SHOP, "1894505003", { from: "2026-11-19T18:00:00Z", to: "2026-11-19T18:30:00Z" }),
  ]),
  instance(CRM, [backup(CRM, "2205037001", { from: "2026-11-19T20:30:00Z", to: "2026-11-19T20:40:00Z" })]),
  instance(WIKI, [backup(WIKI, "905832001", { from: "2026-11-11T02:30:00Z", to: "2026-11-11T02:35:00Z" })]),
  instance(
    LOGS,
    [backup(LOGS, "731150001", { from: "2026-11-19T19:00:00Z", to: "2026-11-19T19:20:00Z" })],
    "cn-beijing",
  ),
  instance(ERP, [
    migrateTask("564522101", "erp_hr", "2026-11-18T09:00:00Z", "2026-11-18T10:00:00Z"),
    migrateTask("564522102", "erp_ledger", "2026-11-18T11:00:00Z", "2026-11-18T12:00:00Z"),
    ossDownload("564522101", "erp_hr_full.bak", "2026-11-18T09:05:00Z", "2026-11-18T09:40:00Z"),
    ossDownload("564522101", "erp_hr_log_01.trn", "2026-11-18T09:41:00Z", "2026-11-18T09:50:00Z"),
  ]),
  instance(BILL, [
    {
      action: "DescribeDownloadTask",
      of: { TaskType: "full" },
      row: {
        TaskId: "dt-d1f6qkvb8m3j",
        RegionCode: "cn-hangzhou",
        Format: "Parquet",
        DbList: "[billing]",
        BakSetId: "1482610301",
        DownloadStatus: "finished",
        ExportDataSize: "21474836480",
        ImportDataSize: "21440231424",
        BackupSetTime: "",
        TargetType: "OSS",
        TargetPath: "billing-exports/2026-11-18/full",
        Progress: "64/64",
        // 2026-11-18T03:00:00Z
        GmtCreate: "1794970800000",
      },
    },
  ]),
  instance(PLAN, [
    {
      action: "DescribeBackupSetDownloadTaskList",
      row: {
        BackupSetDownloadTaskId: "dbstooi01v8s",
        BackupSetDownloadTaskName: "nightly",
        BackupPlanId: PLAN,
        BackupSetId: "dbss7h1a2b3c08",
        BackupSetDownloadStatus: "finish",
        BackupSetDownloadWay: "manual",
        // 2026-11-19T23:00:00Z, and an hour later
        BackupSetDownloadCreateTime: 1_795_129_200_000,
        BackupSetDownloadFinishTime: 1_795_132_800_000,
        BackupSetDataSize: 46_439_333_888,
        BackupSetDataFormat: "SQL",
        BackupSetDbType: "MySQL",
        BackupSetDownloadInternetUrl: "无",
        BackupSetDownloadIntranetUrl: "无",
        ErrMessage: "",
      },
    },
  ]),
];

function instance(subject: string, records: Seed["records"], region = "cn-hangzhou"): Seed {
  return { about: "", asOf: new Date(sceneTime).toISOString(), subject, region, records };
}

/** A scheduled backup of a whole MySQL instance, without a doubt about its scope. */
function backup(instanceId: string, id: string, { from, to }: { from: string; to: string }): Seed["records"][number] {
  return {
    action: "DescribeBackups",
    row: {
      BackupId: id,
      DBInstanceId: instanceId,
      HostInstanceID: "27145803",
      BackupStatus: "Success",
      BackupStartTime: from,
      BackupEndTime: to,
      BackupType: "FullBackup",
      BackupMode: "Automated",
      BackupMethod: "Physical",
      BackupInitiator: "System",
      BackupSize: 46_495_481_113,
      IsAvail: 1,
      StoreStatus: "Enabled",
      Engine: "MySQL",
      EngineVersion: "8.0",
      ExpectExpireTime: "2027-01-18T18:30:00Z",
    },
  };
}

function migrateTask(id: string, database: string, created: string, ended: string): Seed["records"][number] {
  const row = { MigrateTaskId: id, DBName: database, CreateTime: created, EndTime: ended };
  const done = { BackupMode: "FULL", Status: "Success", IsDBReplaced: "False", Description: "" };
  return { action: "DescribeMigrateTasks", row: { ...row, ...done } };
}

function ossDownload(task: string, fileName: string, created: string, ended: string): Seed["records"][number] {
  const row = { FileName: fileName, FileSize: "517", CreateTime: created, EndTime: ended };
  const done = { BackupMode: "FULL", Status: "Restored", IsAvailable: "True", Description: "" };
  return { action: "DescribeOssDownloads", of: { MigrateTaskId: task }, row: { ...row, ...done } };
}
