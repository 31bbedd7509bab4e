import type { Evidence } from "./evidence.ts";
import { isUnclear, isUnsettled } from "./isUnsettled.ts";
import type { Objection } from "./objection.ts";
import { fails, unknown } from "./objection.ts";
import type { EntityNames } from "./operation.ts";
import type { Row } from "./row.ts";
import { CLOCK_TOLERANCE, describeDuration } from "./time.ts";

/** What was not understood may be a good one; then the answer is not "no" but "unknown", and refused all the same. */
export function noneGood({ rows }: Evidence, { label, labels }: EntityNames): Objection {
  if (rows.length === 0) return fails("exists", `there is no ${label}`);
  const message =
    rows.length === 1 ? `the only ${label} found is not usable` : `none of ${rows.length} ${labels} is usable`;
  // What the caller can settle at once comes before what only time can tell.
  const unclear = rows.find(isUnsettled) ?? rows.find(isUnclear);
  if (unclear === undefined) return fails("usable", message);
  // An argument alone does not help a row that something else speaks against, too.
  const reason = unclear.objections.find((each) => !each.needsArgument) ?? unclear.objections[0];
  return unknown("usable", `${message} (${label} ${unclear.row.id}: ${reason?.message})`);
}

/** An age that cannot be told is too old. `what`: the row, as a sentence calls it. */
export function tooOld(row: Row, now: number, maxAge: number | undefined, what: string): readonly Objection[] {
  if (maxAge === undefined) return [];
  if (row.dated === undefined || row.dated.at > now + CLOCK_TOLERANCE) {
    return [unknown("maxAge", `the age of ${what} cannot be told`)];
  }
  const age = now - row.dated.at;
  if (age <= maxAge) return [];
  return [fails("maxAge", `${what} is ${describeDuration(age)} old, older than ${describeDuration(maxAge)}`)];
}
