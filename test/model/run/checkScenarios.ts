import fc from "fast-check";
import { type Allowance, flawOf } from "../flaw.ts";
import { type Setting, scenarios } from "../random/scenarios.ts";
import type { Scenario } from "../scenario.ts";
import { runScenario } from "./runScenario.ts";

/** Which scenarios, and what they permit. */
export interface Family extends Setting, Allowance {}

interface Effort {
  readonly runs: number;
  readonly seed?: number | undefined;
}

/** Runs random scenarios of a family. Undefined, or a report with the seed and the smallest counterexample. */
export async function checkScenarios(family: Family, { runs, seed }: Effort): Promise<string | undefined> {
  const property = fc.asyncProperty(scenarios(family), (scenario) => checkScenario(scenario, family));
  const details = await fc.check(property, { numRuns: runs, ...(seed !== undefined && { seed }) });
  const report = fc.defaultReportMessage(details);
  return report && `${report}\n${details.errorInstance}`;
}

/** @throws for a flaw, and for an error that no lookup promises. */
async function checkScenario(scenario: Scenario, family: Family): Promise<void> {
  const comparison = await runScenario(scenario);
  const flaw = flawOf(scenario, comparison, family);
  if (flaw === undefined) return;
  const expected = flaw.expected.map((each) => JSON.stringify(each)).join(" or ");
  throw new Error(`${flaw.kind}: ours is ${JSON.stringify(flaw.answer)}, the model's ${expected}`);
}
