import type { Operation } from "../core/operation.ts";

const NAMED = 5;

/** `2 of 3 instances have no good backup: rm-1, rm-3.` Stands in the engine's row, where there is not much room. */
export function headlineOfMany(
  { entity: { label }, question: { subject } }: Operation,
  ids: readonly [string, ...string[]],
  refused: ReadonlySet<string>,
  /** Those that pass without a row, as new instances. */
  withoutRow: readonly string[] = [],
): string {
  const noun = nounOf(subject[0]);
  const isPass = refused.size === 0;
  if (isPass && withoutRow.length > 0) {
    const others = withoutRow.length < ids.length ? `, all others have a good ${label}` : "";
    return `Taken for new, without any ${label}: ${listOf(withoutRow)}${others}.`;
  }
  if (ids.length === 1) return `The ${noun} ${ids[0]} has ${isPass ? "a" : "no"} good ${label}.`;
  if (isPass) return `${ids.length === 2 ? "Both" : `All ${ids.length}`} ${noun}s have a good ${label}.`;
  const count = `${refused.size} of ${ids.length} ${noun}s ${refused.size === 1 ? "has" : "have"} no good ${label}`;
  return `${count}: ${listOf([...refused])}.`;
}

/** `instance` of `dbInstanceId`, `backup plan` of `backupPlanId`. */
function nounOf(argument: string): string {
  const words = argument.replace(/^db/, "").replace(/Id$/, "");
  return words.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}

function listOf(ids: readonly string[]): string {
  return ids.length <= NAMED ? ids.join(", ") : `${ids.slice(0, NAMED).join(", ")} and ${ids.length - NAMED} more`;
}
