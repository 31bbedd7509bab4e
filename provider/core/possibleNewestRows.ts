import type { Row } from "./row.ts";
import { ROW_TIME_TOLERANCE } from "./time.ts";

/**
 * Of rows in the order newest first, those of which each may be the newest: made at the same moment as the first, or at
 * a time that cannot be read or lies in the future.
 */
export function possibleNewestRows<Holder>(
  rows: readonly Holder[],
  rowOf: (holder: Holder) => Row,
  now: number,
): Holder[] {
  const timeOf = (holder: Holder) => {
    const { orderTime } = rowOf(holder);
    return orderTime !== undefined && orderTime.at <= now + ROW_TIME_TOLERANCE ? orderTime.at : undefined;
  };
  const latest = rows.map(timeOf).find((time) => time !== undefined);
  return rows.filter((holder) => timeOf(holder) === undefined || timeOf(holder) === latest);
}
