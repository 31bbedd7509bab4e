/** Lookups and gates as dynamic resources, for programs that cannot install a plugin. */
export { dynamicMethods } from "./dynamicMethods.ts";
export {
  BackupGate,
  type BackupGateArgs,
  BackupSetDownloadTaskGate,
  type BackupSetDownloadTaskGateArgs,
  DownloadTaskGate,
  type DownloadTaskGateArgs,
  LatestBackup,
  type LatestBackupArgs,
  LatestBackupSetDownloadTask,
  type LatestBackupSetDownloadTaskArgs,
  LatestDownloadTask,
  type LatestDownloadTaskArgs,
  LatestMigrateTask,
  type LatestMigrateTaskArgs,
  LatestOssDownload,
  type LatestOssDownloadArgs,
  MigrateTaskGate,
  type MigrateTaskGateArgs,
  OssDownloadGate,
  type OssDownloadGateArgs,
} from "./generated/resources.ts";
