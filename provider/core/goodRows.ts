import type { JudgedRow } from "./evidence.ts";
import type { Row } from "./row.ts";

/** The rows that nothing speaks against, in the same order. */
export function goodRows(rows: readonly JudgedRow[]): readonly Row[] {
  return rows.filter(({ reasons }) => reasons.length === 0).map(({ row }) => row);
}
