import { type Answer, ERROR } from "./answer.ts";
import type { Scenario } from "./scenario.ts";

/** What can be wrong with an answer. */
export type FlawKind = "falsePass" | "partialAnswer" | "needlessRefusal" | "otherAnswer";

export interface Flaw {
  readonly kind: FlawKind;
  readonly answer: Answer;
  readonly expected: readonly Answer[];
}

/** What a scenario permits. */
export interface Allowance {
  /** The service counts wrong: then an error is as good as any answer. */
  readonly refusals: boolean;
  /** Nothing goes wrong and nothing changes: then a verdict has to be the very one. */
  readonly exact: boolean;
}

const passes: ReadonlySet<Answer> = new Set(["pass", "passed"]);

/** Undefined when nothing is wrong. */
export function flawOf(
  { ask }: Scenario,
  { answer, expected }: { readonly answer: Answer; readonly expected: ReadonlySet<Answer> | undefined },
  { refusals, exact }: Allowance,
): Flaw | undefined {
  if (expected === undefined || expected.has(answer)) return undefined;
  const isVerdict = ask.form === "verdict" || ask.form === "gate";
  const kind = isVerdict ? flawOfVerdict(answer, expected) : flawOfRows(answer, expected);
  if (kind === undefined || (kind === "needlessRefusal" && refusals)) return undefined;
  return kind === "otherAnswer" && !exact ? undefined : { kind, answer, expected: [...expected] };
}

function flawOfVerdict(answer: Answer, expected: ReadonlySet<Answer>): FlawKind {
  if (passes.has(answer)) return "falsePass";
  return [...expected].every((each) => passes.has(each)) ? "needlessRefusal" : "otherAnswer";
}

function flawOfRows(answer: Answer, expected: ReadonlySet<Answer>): FlawKind | undefined {
  if (answer !== ERROR) return "partialAnswer";
  return expected.has(ERROR) ? undefined : "needlessRefusal";
}
