import { isWordIgnoringCase } from "./isWordIgnoringCase.ts";
import type { Reason } from "./reason.ts";
import { unknownReason } from "./reason.ts";

/** What each state of a task means for a verdict. Case does not matter; a spelling that is not listed is unknown. */
export interface TaskStates {
  readonly good: readonly string[];
  readonly pending: readonly string[];
  /** Pending until a person does something: the state, and what. */
  readonly needsPerson?: Readonly<Record<string, string>>;
  readonly failed: readonly string[];
}

/** Why a task in this state is not a good one; nothing when it is. */
export function taskStateReasons(states: TaskStates, rule: string, state: string | undefined): readonly Reason[] {
  if (state === undefined) return [unknownReason(rule, "it has no readable state")];
  if (includes(states.good, state)) return [];
  if (includes(states.pending, state)) return [pending(rule, `it is ${state}`)];
  const person = Object.entries(states.needsPerson ?? {}).find(([each]) => includes([each], state));
  if (person) return [pending(rule, `it is ${state}: ${person[1]}`)];
  if (includes(states.failed, state)) return [{ rule, message: `it is ${state}`, verdict: "fail", terminal: true }];
  return [unknownReason(rule, `its state ${state} is not one that is known`)];
}

function pending(rule: string, message: string): Reason {
  return { rule, message, verdict: "pending", terminal: false };
}

function includes(states: readonly string[], state: string): boolean {
  return states.some((each) => isWordIgnoringCase(state, each));
}
