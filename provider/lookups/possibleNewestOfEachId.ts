import type { Operation } from "../core/operation.ts";
import { possibleNewestRows } from "../core/possibleNewestRows.ts";
import type { Row } from "../core/row.ts";

/**
 * Where several rows may bear one ID, such as a full restore and the incremental one that follows it, the newest is the
 * one of that ID: an older one that succeeded says nothing about it. Rows come newest first, and stay in that order.
 */
export function possibleNewestOfEachId({ identity }: Operation, rows: readonly Row[], now: number): readonly Row[] {
  if (identity.beside === undefined) return rows;
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.id, [...(groups.get(row.id) ?? []), row]);
  const newest = new Set([...groups.values()].flatMap((group) => possibleNewestRows(group, (row) => row, now)));
  return rows.filter((row) => newest.has(row));
}
