import type { BackupQuestion } from "./backupQuestion.ts";
import { standingAmong } from "./chainStanding.ts";
import { backupsInOrder, recoveryPoint } from "./recoveryPoint.ts";
import type { BackupRow } from "./rows.ts";
import { type Clock, LOOKBACK } from "./times.ts";

/** What `getLatestBackup` returns: undefined for an error. */
export type NewestBackup =
  | { readonly id: string; readonly pinned: false; readonly usable: true }
  | { readonly id: string; readonly pinned: true; readonly usable: boolean };

/** The newest usable backup, or the pinned one whatever it is like. */
export function newestBackup(
  backups: readonly BackupRow[],
  question: BackupQuestion,
  clock: Clock,
): NewestBackup | undefined {
  const { pin, maxAge = Number.POSITIVE_INFINITY } = question;
  if (pin !== undefined) {
    const pinned = backups.find(({ id }) => id === pin);
    const usable = pinned !== undefined && standingAmong(pinned, backups, question, clock.now) === "good";
    return { id: pin, pinned: true, usable };
  }
  const [newest] = usableBackups(backups, question, clock);
  if (newest === undefined || clock.now - (recoveryPoint(newest) ?? Number.NEGATIVE_INFINITY) > maxAge)
    return undefined;
  return { id: newest.id, pinned: false, usable: true };
}

/** Newest first. */
export function usableBackups(
  backups: readonly BackupRow[],
  question: BackupQuestion,
  clock: Clock,
): readonly BackupRow[] {
  return backupsInReach(backups, question, clock).filter(
    (backup) => standingAmong(backup, backups, question, clock.now) === "good",
  );
}

/** As far back as `lookback` says, and further where `maxAge` allows an older one. */
export function backupsInReach(
  backups: readonly BackupRow[],
  { lookback = LOOKBACK, maxAge = 0 }: BackupQuestion,
  { searchEnd }: Clock,
): readonly BackupRow[] {
  const oldest = searchEnd - Math.max(lookback, maxAge);
  // Of one without a time it cannot be said that it lies outside.
  return backupsInOrder(backups).filter((backup) => (recoveryPoint(backup) ?? oldest) >= oldest);
}
