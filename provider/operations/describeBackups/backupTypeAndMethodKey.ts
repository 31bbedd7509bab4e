import { isWordIgnoringCase } from "../../core/isWordIgnoringCase.ts";
import type { Row } from "../../core/row.ts";

/** In place of one type: a full backup, or an incremental one with all that it rests on. */
export const FULL_OR_INCREMENTAL = "FullOrIncremental";
export const FULL_BACKUP = "FullBackup";
export const INCREMENTAL_BACKUP = "IncrementalBackup";

export interface BackupTypeCriteria {
  readonly backupType?: string | undefined;
}

/**
 * Type and method, by which backups can be compared. What is not said may be anything, and so is no kind. Where full and
 * incremental ones count alike they are of one kind.
 */
export function backupTypeAndMethodKey(row: Row, { backupType }: BackupTypeCriteria): string | undefined {
  const [type, method] = [row.record.backupType, backupMethod(row)];
  if (typeof type !== "string" || method === undefined) return undefined;
  const isEither = backupType === FULL_OR_INCREMENTAL && (isFull(row) || isIncremental(row));
  return isEither ? method : `${type.trim().toLowerCase()} ${method}`;
}

export function sameBackupTypeAndMethod(a: Row, b: Row, criteria: BackupTypeCriteria): boolean {
  return (
    backupTypeAndMethodKey(a, criteria) !== undefined &&
    backupTypeAndMethodKey(a, criteria) === backupTypeAndMethodKey(b, criteria)
  );
}

/** Undefined where it cannot be read. */
export function backupMethod({ record: { backupMethod: method } }: Row): string | undefined {
  return typeof method === "string" ? method.trim().toLowerCase() : undefined;
}

export function isFull({ record }: Row): boolean {
  return isWordIgnoringCase(record.backupType, FULL_BACKUP);
}

export function isIncremental({ record }: Row): boolean {
  return isWordIgnoringCase(record.backupType, INCREMENTAL_BACKUP);
}
