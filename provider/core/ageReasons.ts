import type { Reason } from "./reason.ts";
import { failReason, unknownReason } from "./reason.ts";
import type { Row } from "./row.ts";
import { describeDuration, ROW_TIME_TOLERANCE } from "./time.ts";

/** An age that cannot be determined is too old. `what`: the row, as a sentence calls it. */
export function ageReasons(row: Row, now: number, maxAge: number | undefined, what: string): readonly Reason[] {
  if (maxAge === undefined) return [];
  if (row.orderTime === undefined || row.orderTime.at > now + ROW_TIME_TOLERANCE) {
    return [unknownReason("maxAge", `the age of ${what} cannot be told`)];
  }
  const age = now - row.orderTime.at;
  if (age <= maxAge) return [];
  return [failReason("maxAge", `${what} is ${describeDuration(age)} old, older than ${describeDuration(maxAge)}`)];
}
