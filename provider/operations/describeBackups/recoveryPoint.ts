import type { OrderTime } from "../../core/row.ts";
import { parseFormattedTime, ROW_TIME_TOLERANCE } from "../../core/time.ts";

/** The times of a backup (RFC 3339). */
export interface BackupTimes {
  readonly backupStartTime?: string | undefined;
  readonly backupEndTime?: string | undefined;
  readonly consistentTime?: string | undefined;
}

/**
 * The point in time that a restore from this backup brings back: ConsistentTime when it is plausible for the
 * backup's own start and end, else the start. A wild ConsistentTime must not make an old backup the newest.
 */
export function recoveryPoint(backup: BackupTimes): OrderTime | undefined {
  if (backup.backupStartTime === undefined) return undefined;
  const start = parseFormattedTime(backup.backupStartTime);
  const end = backup.backupEndTime === undefined ? start : parseFormattedTime(backup.backupEndTime);
  const consistent = backup.consistentTime === undefined ? Number.NaN : parseFormattedTime(backup.consistentTime);
  const plausible = consistent >= start - ROW_TIME_TOLERANCE && consistent <= end + ROW_TIME_TOLERANCE;
  return plausible ? { at: consistent, source: "consistentTime" } : { at: start, source: "backupStartTime" };
}
