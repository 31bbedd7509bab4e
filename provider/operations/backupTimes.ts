import type { Judging } from "../core/defineOperation.ts";
import type { Objection } from "../core/objection.ts";
import { unknown } from "../core/objection.ts";
import { CLOCK_TOLERANCE, describeDuration, formatTime } from "../core/time.ts";
import { recoveryPoint } from "./recoveryPoint.ts";

interface Backup {
  readonly backupStartTime?: string | undefined;
  readonly backupEndTime?: string | undefined;
  readonly consistentTime?: string | undefined;
}

/** A backup without an end is not suspicious, as replies may leave it out; one with an impossible end is. */
export function timeObjections(backup: Backup, isSuccess: boolean, judging: Judging): readonly Objection[] {
  const contradiction = describeContradiction(backup, isSuccess, judging);
  return [
    ...(contradiction ? [unknown("backupEndTime", `its times contradict each other: ${contradiction}`)] : []),
    ...recoveryPointObjections(backup, judging.now),
  ];
}

function describeContradiction(
  { backupStartTime, backupEndTime }: Backup,
  isSuccess: boolean,
  { now, unreadable }: Judging,
): string | undefined {
  if (unreadable.has("backupEndTime")) return "its end cannot be read";
  if (backupEndTime === undefined) return undefined;
  const end = Date.parse(backupEndTime);
  if (backupStartTime !== undefined && end < Date.parse(backupStartTime) - CLOCK_TOLERANCE) {
    return `start ${backupStartTime}, end ${backupEndTime}`;
  }
  if (!isSuccess || end <= now + CLOCK_TOLERANCE) return undefined;
  return `it succeeded, but its end ${backupEndTime} is ${describeDuration(end - now)} ahead`;
}

function recoveryPointObjections(backup: Backup, now: number): readonly Objection[] {
  const point = recoveryPoint(backup);
  if (point === undefined) return [unknown("recoveryPointTime", "it has no readable start time")];
  if (point.at <= now + CLOCK_TOLERANCE) return [];
  return [unknown("recoveryPointTime", `its recovery point ${formatTime(point.at)} lies in the future`)];
}
