import type { EntityNames } from "./entity.ts";
import type { Evidence } from "./evidence.ts";
import { goodRows } from "./goodRows.ts";
import { needsOnlyArgument } from "./isUnclear.ts";
import type { Reason } from "./reason.ts";

type Assess = (evidence: Evidence) => readonly Reason[];

/**
 * An older good row that is refused (too old, one too few) does not make the answer a "no" when a row that only needs
 * an argument of the caller would make it a pass: then nobody knows, and the argument is the first thing to say.
 */
export function assessWithMissingArgumentReason(
  evidence: Evidence,
  { label }: EntityNames,
  assess: Assess,
): readonly Reason[] {
  const reasons = assess(evidence);
  const candidate = evidence.rows.find(needsOnlyArgument);
  const [reason] = candidate?.reasons ?? [];
  if (reasons.length === 0 || candidate === undefined || reason === undefined) return reasons;
  // Without any good row the reason is about that one already.
  if (evidence.good.length === 0 || assess(withArgument(evidence)).length > 0) return reasons;
  const { id } = candidate.row;
  return [{ ...reason, rowId: id, message: `${label} ${id}: ${reason.message}` }, ...reasons];
}

/** As if the caller had set the argument, and it had turned out well. */
function withArgument(evidence: Evidence): Evidence {
  const rows = evidence.rows.map((each) => (needsOnlyArgument(each) ? { ...each, reasons: [] } : each));
  return { ...evidence, rows, good: goodRows(rows) };
}
