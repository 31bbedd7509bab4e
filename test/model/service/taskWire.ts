import { readableOf, unreadable } from "../rules/fieldValue.ts";
import type { TaskRow } from "../rules/rows.ts";
import { DAY } from "../rules/times.ts";
import * as wire from "./wire.ts";

/** A row of DescribeMigrateTasks. */
export function migrateTaskWire(task: TaskRow, spelling: wire.Spelling): wire.WireObject {
  const { databases } = task;
  return wire.wireObject(
    ["MigrateTaskId", wire.oneOf<wire.Wire>(spelling, task.id, Number(task.id))],
    ["BackupMode", wire.wireText(task.mode, spelling)],
    ["DBName", wire.wireText(databases === unreadable ? unreadable : databases?.[0], spelling)],
    ["Status", wire.wireWord(task.status, spelling)],
    ["CreateTime", wire.wireTime(task.created, spelling)],
    ["EndTime", wire.wireTime(task.ended, spelling >> 1)],
    ["IsDBReplaced", wire.oneOf(spelling, "True", "False")],
  );
}

/** A row of DescribeOssDownloads. */
export function ossDownloadWire(file: TaskRow, spelling: wire.Spelling): wire.WireObject {
  return wire.wireObject(
    ["FileName", file.id],
    ["Status", wire.wireWord(file.status, spelling)],
    ["IsAvailable", wire.wireFlag(file.isAvailable, spelling)],
    ["CreateTime", wire.wireTime(file.created, spelling)],
    ["EndTime", wire.wireTime(file.ended, spelling >> 1)],
    ["FileSize", wire.oneOf<wire.Wire>(spelling, "2", "2MB", 2)],
  );
}

/** A row of DescribeDownloadTask. */
export function downloadTaskWire(task: TaskRow, spelling: wire.Spelling): wire.WireObject {
  return wire.wireObject(
    ["TaskId", task.id],
    ["DownloadStatus", wire.wireWord(task.status, spelling)],
    ["BakSetId", wire.wireText(task.backupSet, spelling)],
    ["GmtCreate", wire.wireEpoch(task.created, 1, spelling)],
    ["DbList", wire.wireNames(task.databases, spelling)],
    // Of another time than the task: a service may cut by it.
    ["BackupSetTime", wire.wireEpoch((readableOf(task.created) ?? DAY * 20_000) - 40 * DAY, 1, spelling)],
  );
}

/** A row of DescribeBackupSetDownloadTaskList. */
export function backupSetDownloadTaskWire(task: TaskRow, spelling: wire.Spelling): wire.WireObject {
  return wire.wireObject(
    ["BackupSetDownloadTaskId", task.id],
    ["BackupSetDownloadStatus", wire.wireWord(task.status, spelling)],
    ["BackupSetId", wire.wireText(task.backupSet, spelling)],
    ["BackupPlanId", "dbs-plan"],
    ["BackupSetDownloadCreateTime", wire.wireEpoch(task.created, 1, spelling)],
    ["BackupSetDownloadFinishTime", wire.wireEpoch(task.ended, 1, spelling >> 1)],
    ["BackupGatewayId", wire.oneOf(spelling, "无", "1234567890123")],
  );
}
