import { readableOf } from "./fieldValue.ts";
import { inOrder } from "./order.ts";
import type { BackupRow } from "./rows.ts";
import { TOLERANCE } from "./times.ts";

/**
 * The point in time that a restore brings back, by which backups are ordered and aged: the consistent time when it lies
 * between start and end, five minutes more on both sides, else the start.
 */
export function recoveryPoint(backup: BackupRow): number | undefined {
  const start = readableOf(backup.start);
  if (start === undefined) return undefined;
  const end = readableOf(backup.end) ?? start;
  const consistent = readableOf(backup.consistent);
  if (consistent === undefined) return start;
  return consistent >= start - TOLERANCE && consistent <= end + TOLERANCE ? consistent : start;
}

export function backupsInOrder(backups: readonly BackupRow[]): readonly BackupRow[] {
  return inOrder(backups, (backup) => ({
    id: backup.id,
    time: recoveryPoint(backup),
    end: readableOf(backup.end),
  }));
}
