import type { EntityNames } from "./entity.ts";
import type { Evidence } from "./evidence.ts";
import { isUnclear, needsOnlyArgument } from "./isUnclear.ts";
import type { Reason } from "./reason.ts";
import { failReason, unknownReason } from "./reason.ts";

/** What was not understood may be a good one; then the answer is not "no" but "unknown", and refused all the same. */
export function noUsableRowReason({ rows }: Evidence, { label, labels }: EntityNames): Reason {
  if (rows.length === 0) return failReason("exists", `there is no ${label}`);
  const message =
    rows.length === 1 ? `the only ${label} found is not usable` : `none of ${rows.length} ${labels} is usable`;
  // What the caller can settle at once comes before what only time can tell.
  const unclear = rows.find(needsOnlyArgument) ?? rows.find(isUnclear);
  if (unclear === undefined) return failReason("usable", message);
  // An argument alone does not help a row that something else speaks against, too.
  const reason = unclear.reasons.find((each) => !each.needsArgument) ?? unclear.reasons[0];
  return unknownReason("usable", `${message} (${label} ${unclear.row.id}: ${reason?.message})`);
}
