import type { Row } from "../../core/row.ts";

/** Type and method, by which backups can be compared. What is not said may be anything, and so is no kind. */
export function backupKind({ record: { backupType, backupMethod } }: Row): string | undefined {
  if (typeof backupType !== "string" || typeof backupMethod !== "string") return undefined;
  return `${backupType.trim()} ${backupMethod.trim()}`.toLowerCase();
}

export function sameBackupKind(a: Row, b: Row): boolean {
  return backupKind(a) !== undefined && backupKind(a) === backupKind(b);
}
