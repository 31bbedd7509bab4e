import type { Operation } from "../core/operation.ts";
import { describeBackupSetDownloadTaskList } from "./describeBackupSetDownloadTaskList.ts";
import { describeBackups } from "./describeBackups/describeBackups.ts";
import { describeDownloadTask } from "./describeDownloadTask.ts";
import { describeMigrateTasks } from "./describeMigrateTasks.ts";
import { describeOssDownloads } from "./describeOssDownloads/describeOssDownloads.ts";

/** Every operation of this package. Functions, gates, schema, documentation and emulator derive from this list. */
export const operations: readonly Operation[] = [
  describeBackups,
  describeMigrateTasks,
  describeOssDownloads,
  describeDownloadTask,
  describeBackupSetDownloadTaskList,
];
