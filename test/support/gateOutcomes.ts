import { expect } from "vitest";
import type { Emulator } from "../../emulator/index.ts";
import { type Properties, unknownValue } from "./pluginProperties.ts";
import { healthy, latestHealthyBackup, stale } from "./pluginScene.ts";

/** The outcomes of a gate, and what a gate is expected to do about each. */

const erp = "rm-bp1erp00migrate01";

/** Each outcome: what to ask, and what the report, when there is one, says. */
export const outcomes = {
  pass: { inputs: { dbInstanceId: healthy, maxAge: "26h" }, says: "" },
  fail: { inputs: { dbInstanceId: stale, maxAge: "26h" }, says: "older than 26h" },
  // 564522140 is Running in the seed.
  pending: {
    inputs: { dbInstanceId: erp, migrateTaskId: "564522140" },
    says: "it is Running",
    type: "MigrateTaskGate",
  },
  unknown: { inputs: { dbInstanceId: healthy }, says: "the reply is not a JSON object" },
  notEvaluated: { inputs: { dbInstanceId: unknownValue }, says: "dbInstanceId will be known in pulumi up only" },
} satisfies Record<string, { inputs: Properties; says: string; type?: "MigrateTaskGate" }>;
export type Outcome = keyof typeof outcomes;

/** Makes the service answer as the outcome needs: a proxy's page comes at every look. */
export function arrange(emulator: Emulator, outcome: Outcome): void {
  emulator.reset();
  if (outcome === "unknown") emulator.inject({ kind: "html", times: 9 });
}

/** What a gate can do; `waited` is refused too, but not at once. `for now`: in this preview alone, and up may do otherwise. */
export type Does =
  | "passes"
  | "passes for now"
  | "warns"
  | "warns for now"
  | "is off"
  | "is off for now"
  | "is refused"
  | "would wait"
  | "waited"
  | "tells nothing";

/** What a gate of that outcome that does so answers, records, says and asks. */
export function expectation(does: Does, outcome: Outcome, says: string) {
  const quiet = { refusal: "", told: [], asked: true, outputs: undefined };
  const report = expect.stringContaining(
    outcome === "notEvaluated" ? "dbInstanceId is still unknown in pulumi up" : says,
  );
  const nothingKnown = { verdict: unknownValue };
  const onlyNamed = { ...nothingKnown, id: outcome === "pending" ? "564522140" : unknownValue };
  switch (does) {
    case "passes":
      return { ...quiet, outputs: { verdict: "pass", id: latestHealthyBackup } };
    case "passes for now":
      return { ...quiet, outputs: onlyNamed };
    case "warns":
      return {
        ...quiet,
        asked: outcome !== "notEvaluated",
        outputs: { verdict: outcome === "notEvaluated" ? "unknown" : outcome },
        told: [{ severity: "warning", message: report }],
      };
    case "warns for now":
      return { ...quiet, outputs: onlyNamed, told: [{ severity: "warning", message: report }] };
    case "is off for now":
      return { ...quiet, asked: false, outputs: onlyNamed };
    case "is off":
      return { ...quiet, asked: false, outputs: { verdict: "off" } };
    case "is refused":
      return { ...quiet, asked: outcome !== "notEvaluated", refusal: report };
    case "would wait":
      return {
        ...quiet,
        outputs: onlyNamed,
        told: [
          { severity: "info", message: expect.stringMatching(/In pulumi up the gate would wait up to 2h for it\./) },
        ],
      };
    case "waited":
      return {
        ...quiet,
        refusal: expect.stringMatching(new RegExp(`${says}[^]*Gave up: waited 1s in 2 looks; seen: .*${says}`)),
        told: [
          {
            severity: "info",
            message: expect.stringMatching(new RegExp(`^look 1, 0s, .*${says}.*, next look in 1s$`)),
          },
        ],
      };
    case "tells nothing":
      return {
        ...quiet,
        asked: false,
        outputs: { ...nothingKnown, id: unknownValue },
        told: [{ severity: "info", message: expect.stringMatching(/not evaluated in this preview: dbInstanceId/) }],
      };
  }
}
