import type { EntityNames } from "./entity.ts";
import type { Evidence } from "./evidence.ts";
import { goodRows } from "./goodRows.ts";
import { isUnsettled } from "./isUnsettled.ts";
import type { Reason } from "./reason.ts";

type Assess = (evidence: Evidence) => readonly Reason[];

/**
 * An older good row that is refused (too old, one too few) does not make the answer a "no" when a row that only needs
 * an argument of the caller would make it a pass: then nobody knows, and the argument is the first thing to say.
 */
export function assessUnsettled(evidence: Evidence, { label }: EntityNames, assess: Assess): readonly Reason[] {
  const reasons = assess(evidence);
  const unsettled = evidence.rows.find(isUnsettled);
  const [reason] = unsettled?.reasons ?? [];
  if (reasons.length === 0 || unsettled === undefined || reason === undefined) return reasons;
  // Without any good row the reason is about that one already.
  if (evidence.good.length === 0 || assess(settle(evidence)).length > 0) return reasons;
  const { id } = unsettled.row;
  return [{ ...reason, rowId: id, message: `${label} ${id}: ${reason.message}` }, ...reasons];
}

/** As if the caller had set the argument, and it had turned out well. */
function settle(evidence: Evidence): Evidence {
  const rows = evidence.rows.map((each) => (isUnsettled(each) ? { ...each, reasons: [] } : each));
  return { ...evidence, rows, good: goodRows(rows) };
}
