import fc from "fast-check";
import { type FlawKind, flawOf } from "../flaw.ts";
import { scenarios } from "../random/scenarios.ts";
import { checkScenarios, type Family } from "./checkScenarios.ts";
import { runScenario } from "./runScenario.ts";

/** How often what was wrong, and the smallest counterexample. */
export interface Tally {
  readonly scenarios: number;
  readonly flaws: Readonly<Partial<Record<FlawKind | "crash", number>>>;
  readonly report: string | undefined;
}

/** Runs all scenarios, whatever is wrong with any of them. */
export async function tallyScenarios(
  family: Family,
  effort: { readonly runs: number; readonly seed: number },
): Promise<Tally> {
  const flaws: Partial<Record<FlawKind | "crash", number>> = {};
  const property = fc.asyncProperty(scenarios(family), async (scenario) => {
    const kind = await runScenario(scenario).then(
      (comparison) => flawOf(scenario, comparison, family)?.kind,
      () => "crash" as const,
    );
    if (kind) flaws[kind] = (flaws[kind] ?? 0) + 1;
  });
  await fc.assert(property, { numRuns: effort.runs, seed: effort.seed });
  const isClean = Object.keys(flaws).length === 0;
  // Once more from the same seed, to stop at the first one and make it smaller.
  return { scenarios: effort.runs, flaws, report: isClean ? undefined : await checkScenarios(family, effort) };
}
