import { isWord, readableOf, unreadable } from "./fieldValue.ts";
import { recoveryPoint } from "./recoveryPoint.ts";
import type { BackupRow } from "./rows.ts";
import { scopeStanding } from "./scopeStanding.ts";
import type { Standing } from "./standing.ts";
import { TOLERANCE } from "./times.ts";

/** Which backups a caller takes for good ones. Undefined: as if not said. */
export interface BackupCriteria {
  readonly backupType?: string | undefined;
  readonly backupMethod?: string | undefined;
  readonly databaseName?: string | undefined;
  readonly assumeWholeInstance?: boolean | undefined;
  readonly minRemaining?: number | undefined;
}

/** Whether this is a set to restore from, rule by rule, as far as it stands for itself. */
export function backupStandings(backup: BackupRow, criteria: BackupCriteria, now: number): readonly Standing[] {
  const { databaseName, assumeWholeInstance = false, minRemaining = 0 } = criteria;
  return [
    statusStanding(backup),
    kindStanding(backup, criteria),
    availabilityStanding(backup),
    expiryStanding(backup, now + minRemaining),
    timesStanding(backup, now),
    recoveryPointStanding(backup, now),
    scopeStanding(backup, { databaseName, assumeWholeInstance }),
  ];
}

export function statusStanding({ status }: BackupRow): Standing {
  if (isWord(status, "Success")) return "good";
  return isWord(status, "Failed") ? "bad" : "unclear";
}

function kindStanding(
  { type, method }: BackupRow,
  { backupType = "FullBackup", backupMethod }: BackupCriteria,
): Standing {
  const types = backupType === "FullOrIncremental" ? ["FullBackup", "IncrementalBackup"] : [backupType];
  const methods = backupMethod === undefined ? ["Physical", "Snapshot"] : [backupMethod];
  return isWord(type, ...types) && isWord(method, ...methods) ? "good" : "bad";
}

function availabilityStanding({ isAvailable }: BackupRow): Standing {
  if (isAvailable === unreadable) return "unclear";
  return isAvailable === false ? "bad" : "good";
}

function expiryStanding({ expiry }: BackupRow, until: number): Standing {
  if (expiry === unreadable) return "unclear";
  return expiry === undefined || expiry === "never" || expiry > until ? "good" : "bad";
}

/** An end that is there and cannot be read, lies before the start, or is that of a success to come. */
function timesStanding(backup: BackupRow, now: number): Standing {
  const { end } = backup;
  if (end === unreadable) return "unclear";
  if (end === undefined) return "good";
  const isBeforeStart = end < (readableOf(backup.start) ?? end) - TOLERANCE;
  const isAhead = isWord(backup.status, "Success") && end > now + TOLERANCE;
  return isBeforeStart || isAhead ? "unclear" : "good";
}

function recoveryPointStanding(backup: BackupRow, now: number): Standing {
  const point = recoveryPoint(backup);
  return point === undefined || point > now + TOLERANCE ? "unclear" : "good";
}
