import type { Evidence, JudgedRow } from "./evidence.ts";
import { isUnclear } from "./isUnclear.ts";
import type { Row } from "./row.ts";

/** Rows that may be good ones and newer than the one that the answer rests on. Rows without a time come last. */
export function possiblyNewerUnclearRows({ rows }: Pick<Evidence, "rows">, best: Row): readonly JudgedRow[] {
  const position = rows.findIndex(({ row }) => row === best);
  return rows.filter((each, index) => isUnclear(each) && (index < position || each.row.orderTime === undefined));
}
