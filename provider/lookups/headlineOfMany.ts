import type { Operation } from "../core/operation.ts";

const NAMED = 5;

/** The instances without a good row, by what is known of them. */
interface NotGood {
  /** The answer is no. */
  readonly refused: ReadonlySet<string>;
  /** There is no answer. */
  readonly unknown: ReadonlySet<string>;
  /** Those that pass without a row, as new instances. */
  readonly newWithoutRow?: readonly string[];
}

/** `2 of 3 instances have no good backup: rm-1, rm-3.` Stands in the engine's row, where there is not much room. */
export function headlineOfMany(
  { entity: { label }, question: { subject } }: Operation,
  ids: readonly [string, ...string[]],
  { refused, unknown, newWithoutRow = [] }: NotGood,
): string {
  const noun = nounOf(subject[0]);
  const isPass = refused.size + unknown.size === 0;
  if (isPass && newWithoutRow.length > 0) {
    const others = newWithoutRow.length < ids.length ? `, all others have a good ${label}` : "";
    return `Taken for new, without any ${label}: ${listOf(newWithoutRow)}${others}.`;
  }
  if (ids.length === 1 && unknown.size > 0) return `Whether the ${noun} ${ids[0]} has a good ${label} is unknown.`;
  if (ids.length === 1) return `The ${noun} ${ids[0]} has ${isPass ? "a" : "no"} good ${label}.`;
  if (isPass) return `${ids.length === 2 ? "Both" : `All ${ids.length}`} ${noun}s have a good ${label}.`;
  const ofAll = (count: number) => `${count} of ${ids.length} ${noun}s ${count === 1 ? "has" : "have"}`;
  if (refused.size === 0) return `Whether ${ofAll(unknown.size)} a good ${label} is unknown: ${listOf([...unknown])}.`;
  const rest = unknown.size === 0 ? "" : `; of ${unknown.size} more it is unknown: ${listOf([...unknown])}`;
  return `${ofAll(refused.size)} no good ${label}: ${listOf([...refused])}${rest}.`;
}

/** `instance` of `dbInstanceId`, `backup plan` of `backupPlanId`. */
function nounOf(argument: string): string {
  const words = argument.replace(/^db/, "").replace(/Id$/, "");
  return words.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}

function listOf(ids: readonly string[]): string {
  return ids.length <= NAMED ? ids.join(", ") : `${ids.slice(0, NAMED).join(", ")} and ${ids.length - NAMED} more`;
}
