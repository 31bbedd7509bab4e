import type { Mutant } from "../../scripts/mutants/mutant.ts";

const decide: Mutant["tests"] = ["test/unit/decide.test.ts"];
const waiting: Mutant["tests"] = ["test/unit/waitForPass.test.ts"];
const waitEnds: Mutant["tests"] = ["test/lookups/gateWaitingEnds.test.ts", "test/lookups/gateWaiting.test.ts"];
const gate: Mutant["tests"] = ["test/plugin/gate.test.ts"];

/** The cells of the outcome table, waiting, and what a preview shows. */
export const gates: readonly Mutant[] = [
  {
    name: "decide: an unknown verdict opens a gate that denies",
    file: "provider/lookups/gate/decide.ts",
    original: 'if (enforcement === "off" || verdict === "pass") return "open";',
    mutated: 'if (enforcement === "off" || verdict === "pass" || verdict === "unknown") return "open";',
    tests: decide,
  },
  {
    name: "decide: a pending verdict opens a gate that denies",
    file: "provider/lookups/gate/decide.ts",
    original: 'if (enforcement === "off" || verdict === "pass") return "open";',
    mutated: 'if (enforcement === "off" || verdict === "pass" || verdict === "pending") return "open";',
    tests: decide,
  },
  {
    name: "decide: a gate that is off refuses",
    file: "provider/lookups/gate/decide.ts",
    original: 'if (enforcement === "off" || verdict === "pass") return "open";',
    mutated: 'if (verdict === "pass") return "open";',
    tests: decide,
  },
  {
    name: "decide: a gate that warns opens without a word",
    file: "provider/lookups/gate/decide.ts",
    original: 'if (enforcement === "warn") return "warn";',
    mutated: 'if (enforcement === "warn") return "open";',
    tests: decide,
  },
  {
    name: "decide: a gate that warns waits",
    file: "provider/lookups/gate/decide.ts",
    original: 'if (enforcement === "warn") return "warn";',
    mutated: 'if (enforcement === "warn" && !waits) return "warn";',
    tests: decide,
  },
  {
    name: "decide: a terminal reason is waited for",
    file: "provider/lookups/gate/decide.ts",
    original: 'if (terminal || !waits) return "refuse";',
    mutated: 'if (!waits) return "refuse";',
    tests: decide,
  },
  {
    name: "decide: a gate waits that was not told to",
    file: "provider/lookups/gate/decide.ts",
    original: 'if (terminal || !waits) return "refuse";',
    mutated: 'if (terminal) return "refuse";',
    tests: decide,
  },
  {
    name: "decide: a preview waits",
    file: "provider/lookups/gate/decide.ts",
    original: 'return phase === "preview" ? "wouldWait" : "wait";',
    mutated: 'return phase === "preview" ? "wait" : "wait";',
    tests: decide,
  },
  {
    name: "decide: in up a wait that is still to come is over",
    file: "provider/lookups/gate/decide.ts",
    original: 'return phase === "preview" ? "wouldWait" : "wait";',
    mutated: 'return phase === "preview" || !terminal ? "wouldWait" : "wait";',
    tests: decide,
  },
  {
    name: "previewEnforcement counts in up",
    file: "provider/lookups/gate/gateOf.ts",
    original: 'phase === "preview" ? previewEnforcement : enforcement;',
    mutated: "previewEnforcement;",
    tests: gate,
  },
  {
    name: "a wait that is over opens the gate",
    file: "provider/lookups/gate/gateOf.ts",
    original: "decision: decideOn(last, false), report",
    mutated: 'decision: decideOn(last, false) === "refuse" ? "warn" : "open", report',
    tests: waitEnds,
  },
  {
    name: "a backup that failed during the wait does not end it",
    file: "provider/lookups/gate/gateOf.ts",
    original: ">= began &&",
    mutated: "> began + 366 * 86_400_000 &&",
    tests: waitEnds,
  },
  {
    name: "customTimeouts do not shorten a wait",
    file: "provider/lookups/gate/gateOf.ts",
    original: "Math.min(waitFor ?? 0, limitMs ?? Number.POSITIVE_INFINITY)",
    mutated: "waitFor ?? limitMs ?? 0",
    tests: waitEnds,
  },
  {
    name: "a wait goes on for a minute longer than it may",
    file: "provider/lookups/gate/waitForPass.ts",
    original: "const left = limitMs - waitedMs;",
    mutated: "const left = limitMs + 60_000 - waitedMs;",
    tests: waiting,
  },
  {
    name: "a wait looks once more only when it is over",
    file: "provider/lookups/gate/waitForPass.ts",
    original: "const pause = Math.min(interval, left);",
    mutated: "const pause = left;",
    tests: waiting,
  },
  {
    name: "W12: a preview shows a pass that up records as off",
    file: "provider/lookups/gate/previewOutputs.ts",
    original: 'return previewEnforcement === "off" ? { verdict: "off" } : undefined;',
    mutated: 'return previewEnforcement === "off" ? { verdict: "off" } : record;',
    tests: ["test/unit/previewOutputs.test.ts"],
  },
  {
    name: "W12: a preview that asks nothing shows a record",
    file: "provider/lookups/gate/previewOutputs.ts",
    original: "if (verdict === undefined || (",
    mutated: "if ((",
    tests: ["test/unit/previewOutputs.test.ts"],
  },
  {
    name: "W12: a preview shows what is refused as recorded",
    file: "provider/lookups/gate/previewOutputs.ts",
    original: '|| (enforcement === "deny" && verdict !== "pass")',
    mutated: "",
    tests: ["test/unit/previewOutputs.test.ts"],
  },
];
