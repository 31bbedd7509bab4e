import type { Evidence, JudgedRow } from "../core/evidence.ts";
import type { Objection } from "../core/objection.ts";
import { fails, unknown } from "../core/objection.ts";
import type { Row } from "../core/row.ts";
import { backupKind, sameKind } from "./backupKind.ts";

const RULE = "noFailureSinceSuccess";

/** Backups of the newest usable one's type and method that came after it and did not, or not certainly, succeed. */
export function failureObjections(newest: Row, { rows }: Evidence): Objection[] {
  const position = rows.findIndex(({ row }) => row === newest);
  const suspects = rows.filter(({ row }, index) => {
    const mayBeLater = index < position || row.dated === undefined;
    return mayBeLater && (sameKind(row, newest) || backupKind(row) === undefined);
  });
  const failed = suspects.filter((each) => stateOf(each)?.verdict === "fail");
  const certain = failed.find(({ row }) => row.dated !== undefined && backupKind(row) !== undefined);
  if (certain) return [fails(RULE, `backup ${certain.row.id} failed after the newest usable one`)];
  if (failed[0]) {
    return [unknown(RULE, `backup ${failed[0].row.id} failed, and its time or its type and method cannot be read`)];
  }
  // It may be running: how it ends is not known before it has ended.
  const open = suspects.find((each) => stateOf(each) !== undefined);
  if (open === undefined) return [];
  const which = open.row.dated === undefined ? "whose time cannot be read" : "newer than the newest usable one";
  return [unknown(RULE, `backup ${open.row.id}, ${which}: ${stateOf(open)?.message}`)];
}

function stateOf({ objections }: JudgedRow): Objection | undefined {
  return objections.find(({ rule }) => rule === "backupStatus");
}
