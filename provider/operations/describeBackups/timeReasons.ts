import type { JudgeContext } from "../../core/defineOperation.ts";
import type { Reason } from "../../core/reason.ts";
import { unknownReason } from "../../core/reason.ts";
import { describeDuration, formatTime, parseFormattedTime, ROW_TIME_TOLERANCE } from "../../core/time.ts";
import { type BackupTimes, recoveryPoint } from "./recoveryPoint.ts";

/** A backup without an end is not suspicious, as replies may leave it out; one with an impossible end is. */
export function timeReasons(backup: BackupTimes, isSuccess: boolean, judging: JudgeContext): readonly Reason[] {
  const contradiction = describeContradiction(backup, isSuccess, judging);
  return [
    ...(contradiction ? [unknownReason("backupEndTime", `its times contradict each other: ${contradiction}`)] : []),
    ...recoveryPointReasons(backup, judging.now),
  ];
}

function describeContradiction(
  { backupStartTime, backupEndTime }: BackupTimes,
  isSuccess: boolean,
  { now, unreadableFields }: JudgeContext,
): string | undefined {
  if (unreadableFields.has("backupEndTime")) return "its end cannot be read";
  if (backupEndTime === undefined) return undefined;
  const end = parseFormattedTime(backupEndTime);
  if (backupStartTime !== undefined && end < parseFormattedTime(backupStartTime) - ROW_TIME_TOLERANCE) {
    return `start ${backupStartTime}, end ${backupEndTime}`;
  }
  if (!isSuccess || end <= now + ROW_TIME_TOLERANCE) return undefined;
  return `it succeeded, but its end ${backupEndTime} is ${describeDuration(end - now)} ahead`;
}

function recoveryPointReasons(backup: BackupTimes, now: number): readonly Reason[] {
  const point = recoveryPoint(backup);
  if (point === undefined) return [unknownReason("recoveryPointTime", "it has no readable start time")];
  if (point.at <= now + ROW_TIME_TOLERANCE) return [];
  return [unknownReason("recoveryPointTime", `its recovery point ${formatTime(point.at)} lies in the future`)];
}
