import type { Mutant } from "./mutant.ts";
import { testFiles } from "./testFiles.ts";
import { WorkCopy } from "./WorkCopy.ts";

/** What became of a mutant. Only one that a test has noticed has died. */
export type Outcome = { readonly mutant: Mutant; readonly seconds: number } & (
  | { readonly fate: "died"; readonly test: string }
  | { readonly fate: "lived" }
  | { readonly fate: "error"; readonly problem: string }
);

/** As many as there are processors on a small machine. */
const COPIES = 2;

/**
 * Makes one fault after the other, each alone, and runs its tests.
 *
 * @throws when the tests fail without any fault: then they could show nothing.
 */
export async function runMutants(mutants: readonly Mutant[], tell: (outcome: Outcome) => void): Promise<void> {
  using stack = new DisposableStack();
  const waiting = mutants.map((mutant) => ({ mutant, tests: testFiles(mutant.tests) }));
  const copies = Array.from({ length: Math.min(COPIES, waiting.length) }, () => stack.use(new WorkCopy()));
  const everyTest = [...new Set(waiting.flatMap(({ tests }) => tests))].sort();
  const unchanged = await copies[0]?.runUnchanged(everyTest);
  if (unchanged?.ended === "failed") throw new Error(`Without any fault this test fails: ${unchanged.test}`);
  if (unchanged?.ended === "broken") throw new Error(`Without any fault the tests fail: ${unchanged.problem}`);

  async function work(copy: WorkCopy): Promise<void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) tell(await judge(copy, next.mutant, next.tests));
  }
  await Promise.all(copies.map(work));
}

async function judge(copy: WorkCopy, mutant: Mutant, tests: readonly string[]): Promise<Outcome> {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  try {
    const run = await copy.runMutated(mutant, tests);
    if (run.ended === "failed") return { mutant, fate: "died", test: run.test, seconds: seconds() };
    if (run.ended === "passed") return { mutant, fate: "lived", seconds: seconds() };
    return { mutant, fate: "error", problem: run.problem, seconds: seconds() };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { mutant, fate: "error", problem, seconds: seconds() };
  }
}
