// Answers for every function and resource of the package: take what your program uses. The compiler checks them.
import type * as pulumi from "@pulumi/pulumi";
import type { dbs, rds } from "pulumi-alicloud-backups";

const region = "cn-hangzhou";
const dbInstanceId = "rm-bp1shop0healthy01";
const migrateTaskId = "564522101";
const createTime = "2026-11-20T03:00:00Z";

const backup: rds.Backup = { backupId: "1894629053", dbInstanceId, backupStatus: "Success", region };
const migrateTask: rds.MigrateTask = { migrateTaskId, status: "Success", createTime, region };
const ossDownload: rds.OssDownload = { fileName: "orders.bak", status: "Restored", isAvailable: true, region };
const downloadTask: dbs.DownloadTask = { taskId: "dt-1", downloadStatus: "finished", createTime, region };
const setDownload: dbs.BackupSetDownloadTask = {
  backupSetDownloadTaskId: "dsp1",
  backupSetDownloadStatus: "finish",
  region,
};

const newest = { pinned: false, usable: true };
type Verdict = Pick<rds.GetBackupReadinessResult, "evaluated" | "verdict" | "reasons" | "report" | "evaluatedAt">;
const pass: Verdict = { evaluated: true, verdict: "pass", reasons: [], report: "good", evaluatedAt: createTime };

/** What each function answers, by its token. */
export const answers = {
  "alicloud-backups:rds:getBackups": { backups: [backup], ids: [backup.backupId] } satisfies rds.GetBackupsResult,
  "alicloud-backups:rds:getBackup": backup satisfies rds.GetBackupResult,
  "alicloud-backups:rds:getLatestBackup": { ...backup, ...newest } satisfies rds.GetLatestBackupResult,
  "alicloud-backups:rds:getBackupReadiness": { ...pass, backup } satisfies rds.GetBackupReadinessResult,
  "alicloud-backups:rds:getBackupDownload": {
    backupId: backup.backupId,
    backupDownloadUrl: "https://oss.example/backup?Signature=1",
    region,
  } satisfies rds.GetBackupDownloadResult,

  "alicloud-backups:rds:getMigrateTasks": {
    migrateTasks: [migrateTask],
    ids: [migrateTaskId],
  } satisfies rds.GetMigrateTasksResult,
  "alicloud-backups:rds:getMigrateTask": migrateTask satisfies rds.GetMigrateTaskResult,
  "alicloud-backups:rds:getLatestMigrateTask": { ...migrateTask, ...newest } satisfies rds.GetLatestMigrateTaskResult,
  "alicloud-backups:rds:getMigrateTaskReadiness": { ...pass, migrateTask } satisfies rds.GetMigrateTaskReadinessResult,

  "alicloud-backups:rds:getOssDownloads": {
    ossDownloads: [ossDownload],
    ids: [ossDownload.fileName],
  } satisfies rds.GetOssDownloadsResult,
  "alicloud-backups:rds:getOssDownload": ossDownload satisfies rds.GetOssDownloadResult,
  "alicloud-backups:rds:getLatestOssDownload": { ...ossDownload, ...newest } satisfies rds.GetLatestOssDownloadResult,
  "alicloud-backups:rds:getOssDownloadReadiness": { ...pass, ossDownload } satisfies rds.GetOssDownloadReadinessResult,

  "alicloud-backups:dbs:getDownloadTasks": {
    downloadTasks: [downloadTask],
    ids: [downloadTask.taskId],
  } satisfies dbs.GetDownloadTasksResult,
  "alicloud-backups:dbs:getDownloadTask": downloadTask satisfies dbs.GetDownloadTaskResult,
  "alicloud-backups:dbs:getLatestDownloadTask": {
    ...downloadTask,
    ...newest,
  } satisfies dbs.GetLatestDownloadTaskResult,
  "alicloud-backups:dbs:getDownloadTaskReadiness": {
    ...pass,
    downloadTask,
  } satisfies dbs.GetDownloadTaskReadinessResult,

  "alicloud-backups:dbs:getBackupSetDownloadTasks": {
    backupSetDownloadTasks: [setDownload],
    ids: [setDownload.backupSetDownloadTaskId],
  } satisfies dbs.GetBackupSetDownloadTasksResult,
  "alicloud-backups:dbs:getBackupSetDownloadTask": setDownload satisfies dbs.GetBackupSetDownloadTaskResult,
  "alicloud-backups:dbs:getLatestBackupSetDownloadTask": {
    ...setDownload,
    ...newest,
  } satisfies dbs.GetLatestBackupSetDownloadTaskResult,
  "alicloud-backups:dbs:getBackupSetDownloadTaskReadiness": {
    ...pass,
    backupSetDownloadTask: setDownload,
  } satisfies dbs.GetBackupSetDownloadTaskReadinessResult,
  "alicloud-backups:dbs:getBackupSetDownload": {
    backupSetDownloadTaskId: setDownload.backupSetDownloadTaskId,
    region,
  } satisfies dbs.GetBackupSetDownloadResult,
};

/** What a gate records that has passed, by its type. A dynamic gate or lookup has the type of all dynamic resources. */
export const records = {
  "alicloud-backups:rds:BackupGate": { verdict: "pass", backupId: backup.backupId, backup },
  "alicloud-backups:rds:MigrateTaskGate": { verdict: "pass", migrateTaskId, migrateTask },
  "alicloud-backups:rds:OssDownloadGate": { verdict: "pass", ossDownload },
  "alicloud-backups:dbs:DownloadTaskGate": { verdict: "pass", taskId: downloadTask.taskId, downloadTask },
  "alicloud-backups:dbs:BackupSetDownloadTaskGate": { verdict: "pass", backupSetDownloadTask: setDownload },
  "pulumi-nodejs:dynamic:Resource": { verdict: "pass", backupId: backup.backupId },
};

const own = (values: object, name: string): object => Object.entries(values).find(([key]) => key === name)?.[1] ?? {};

/** For `pulumi.runtime.setMocks`; an answer of your own comes first. */
export const mocks = (more: object = {}): pulumi.runtime.Mocks => ({
  call: ({ token }) => own({ ...answers, ...more }, token),
  newResource: ({ type, name, inputs }) => ({ id: name, state: { ...inputs, ...own({ ...records, ...more }, type) } }),
});
