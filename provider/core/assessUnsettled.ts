import type { Evidence } from "./evidence.ts";
import { isUnsettled } from "./isUnsettled.ts";
import type { Objection } from "./objection.ts";
import type { EntityNames } from "./operation.ts";

type Assess = (evidence: Evidence) => readonly Objection[];

/**
 * An older good row that is refused (too old, one too few) does not make the answer a "no" when a row that only needs
 * an argument of the caller would make it a pass: then nobody knows, and the argument is the first thing to say.
 */
export function assessUnsettled(evidence: Evidence, { label }: EntityNames, assess: Assess): readonly Objection[] {
  const reasons = assess(evidence);
  const unsettled = evidence.rows.find(isUnsettled);
  const [objection] = unsettled?.objections ?? [];
  if (reasons.length === 0 || unsettled === undefined || objection === undefined) return reasons;
  // Without any good row the reason is about that one already.
  if (evidence.good.length === 0 || assess(settle(evidence)).length > 0) return reasons;
  const { id } = unsettled.row;
  return [{ ...objection, rowId: id, message: `${label} ${id}: ${objection.message}` }, ...reasons];
}

/** As if the caller had set the argument, and it had turned out well. */
function settle(evidence: Evidence): Evidence {
  const rows = evidence.rows.map((each) => (isUnsettled(each) ? { ...each, objections: [] } : each));
  return { ...evidence, rows, good: rows.filter(({ objections }) => objections.length === 0).map(({ row }) => row) };
}
