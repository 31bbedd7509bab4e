import type { Evidence, JudgedRow } from "../../core/evidence.ts";
import type { Reason } from "../../core/reason.ts";
import { failReason, unknownReason } from "../../core/reason.ts";
import type { Row } from "../../core/row.ts";
import { type BackupTypeCriteria, backupTypeAndMethodKey, sameBackupTypeAndMethod } from "./backupTypeAndMethodKey.ts";

const RULE = "noFailureSinceSuccess";

/** Backups of the newest usable one's type and method that came after it and did not, or not certainly, succeed. */
export function laterFailureReasons(newest: Row, { rows }: Evidence, criteria: BackupTypeCriteria): Reason[] {
  const position = rows.findIndex(({ row }) => row === newest);
  const suspects = rows.filter(({ row }, index) => {
    const mayBeLater = index < position || row.orderTime === undefined;
    return (
      mayBeLater &&
      (sameBackupTypeAndMethod(row, newest, criteria) || backupTypeAndMethodKey(row, criteria) === undefined)
    );
  });
  const failures = suspects.filter((each) => stateOf(each)?.verdict === "fail");
  const certain = failures.find(
    ({ row }) => row.orderTime !== undefined && backupTypeAndMethodKey(row, criteria) !== undefined,
  );
  if (certain) return [failReason(RULE, `backup ${certain.row.id} failed after the newest usable one`)];
  if (failures[0]) {
    return [
      unknownReason(RULE, `backup ${failures[0].row.id} failed, and its time or its type and method cannot be read`),
    ];
  }
  // It may be running: how it ends is not known before it has ended.
  const open = suspects.find((each) => stateOf(each) !== undefined);
  if (open === undefined) return [];
  const which = open.row.orderTime === undefined ? "whose time cannot be read" : "newer than the newest usable one";
  return [unknownReason(RULE, `backup ${open.row.id}, ${which}: ${stateOf(open)?.message}`)];
}

function stateOf({ reasons }: JudgedRow): Reason | undefined {
  return reasons.find(({ rowState }) => rowState !== undefined);
}
