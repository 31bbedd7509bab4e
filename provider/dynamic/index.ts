/** Lookups as dynamic resources, for programs that cannot install a plugin. */
export { dynamicLookup } from "./dynamicLookup.ts";
export {
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
} from "./generated/lookups.ts";
