import type { Mutant } from "../../scripts/mutants/mutant.ts";

const actionFor: Mutant["tests"] = ["test/unit/actionFor.test.ts"];
const waiting: Mutant["tests"] = ["test/unit/waitForPass.test.ts"];
const waitEnds: Mutant["tests"] = ["test/lookups/gateWaitingEnds.test.ts", "test/lookups/gateWaiting.test.ts"];
const gate: Mutant["tests"] = ["test/plugin/gate.test.ts"];

/** The cells of the outcome table, waiting, and what a preview shows. */
export const gates: readonly Mutant[] = [
  {
    name: "actionFor: an unknown verdict opens a gate that denies",
    file: "provider/gates/actionFor.ts",
    original: 'if (verdict === "pass") return "pass";',
    mutated: 'if (verdict === "pass" || verdict === "unknown") return "pass";',
    tests: actionFor,
  },
  {
    name: "actionFor: a pending verdict opens a gate that denies",
    file: "provider/gates/actionFor.ts",
    original: 'if (verdict === "pass") return "pass";',
    mutated: 'if (verdict === "pass" || verdict === "pending") return "pass";',
    tests: actionFor,
  },
  {
    name: "actionFor: a gate that is off refuses",
    file: "provider/gates/actionFor.ts",
    original: 'if (enforcement === "off") return "off";',
    mutated: "",
    tests: actionFor,
  },
  {
    name: "actionFor: a gate that warns opens without a word",
    file: "provider/gates/actionFor.ts",
    original: 'if (enforcement === "warn") return "warn";',
    mutated: 'if (enforcement === "warn") return "pass";',
    tests: actionFor,
  },
  {
    name: "actionFor: a gate that warns waits",
    file: "provider/gates/actionFor.ts",
    original: 'if (enforcement === "warn") return "warn";',
    mutated: 'if (enforcement === "warn" && waitMs === undefined) return "warn";',
    tests: actionFor,
  },
  {
    name: "actionFor: a terminal reason is waited for",
    file: "provider/gates/actionFor.ts",
    original: 'if (waitMs === undefined || reasons.some(({ terminal }) => terminal)) return "refuse";',
    mutated: 'if (waitMs === undefined) return "refuse";',
    tests: actionFor,
  },
  {
    name: "actionFor: a gate waits that was not told to",
    file: "provider/gates/actionFor.ts",
    original: 'if (waitMs === undefined || reasons.some(({ terminal }) => terminal)) return "refuse";',
    mutated: 'if (reasons.some(({ terminal }) => terminal)) return "refuse";',
    tests: actionFor,
  },
  {
    name: "actionFor: a preview waits",
    file: "provider/gates/actionFor.ts",
    original: 'return phase === "preview" ? "defer" : "wait";',
    mutated: 'return phase === "preview" ? "wait" : "wait";',
    tests: actionFor,
  },
  {
    name: "actionFor: in up a wait that is still to come is over",
    file: "provider/gates/actionFor.ts",
    original: 'return phase === "preview" ? "defer" : "wait";',
    mutated: 'return phase === "preview" ? "defer" : "defer";',
    tests: actionFor,
  },
  {
    name: "previewEnforcement counts in up",
    file: "provider/gates/policyFor.ts",
    original: 'return { phase, enforcement: inUp, waitMs, recordable: "all" };',
    mutated: 'return { phase, enforcement: inPreview, waitMs, recordable: "all" };',
    tests: gate,
  },
  {
    name: "a wait that is over opens the gate",
    file: "provider/gates/evaluateGate.ts",
    original: 'if (end.kind === "passed") return',
    mutated: 'if (end.kind === "passed" || end.kind === "timedOut") return',
    tests: waitEnds,
  },
  {
    name: "a backup that failed during the wait does not end it",
    file: "provider/gates/defineGate.ts",
    original: ">= since &&",
    mutated: "> since + 366 * 86_400_000 &&",
    tests: waitEnds,
  },
  {
    name: "customTimeouts do not shorten a wait",
    file: "provider/gates/evaluateGate.ts",
    original: "const waitLimitMs = Math.min(waitMs, limitMs);",
    mutated: "const waitLimitMs = waitMs;",
    tests: waitEnds,
  },
  {
    name: "a wait goes on for a minute longer than it may",
    file: "provider/gates/waitForPass.ts",
    original: "const left: number = isLastPoll ? 0 : limitMs - waitedMs;",
    mutated: "const left = limitMs + 60_000 - waitedMs;",
    tests: waiting,
  },
  {
    name: "H11: a look outlasts the wait",
    file: "provider/gates/waitForPass.ts",
    original: "return { until: Math.min(now + LOOK_MS, waitEndsAt), troubleMs: LOOK_TROUBLE_MS };",
    mutated: "return { until: now + LOOK_MS, troubleMs: LOOK_MS };",
    tests: ["test/lookups/gateWaitingTroubles.test.ts"],
  },
  {
    name: "N3b: an instance that is not known is waited for to the end",
    file: "provider/gates/waitForPass.ts",
    original: 'if (patience.leftMs <= 0) return { kind: "terminal", reason: patience.reason };',
    mutated: "",
    tests: ["test/lookups/gateWaitingTroubles.test.ts"],
  },
  {
    name: "a wait looks once more only when it is over",
    file: "provider/gates/waitForPass.ts",
    original: "const pause = Math.min(interval, left, patience.leftMs);",
    mutated: "const pause = left;",
    tests: waiting,
  },
  {
    name: "W12: a preview shows a pass that up records as off",
    file: "provider/gates/policyFor.ts",
    original: 'if (enforcement === "off" || previewEnforcement === "off") return',
    mutated: 'if (previewEnforcement === "off") return',
    tests: ["test/unit/policyFor.test.ts"],
  },
  {
    name: "W12: a preview that asks nothing shows a record",
    file: "provider/gates/policyFor.ts",
    original: 'if (enforcement === "off" || previewEnforcement === "off") return',
    mutated: 'if (enforcement === "off") return',
    tests: ["test/unit/policyFor.test.ts"],
  },
  {
    name: "W12: a preview shows what is refused as recorded",
    file: "provider/gates/policyFor.ts",
    original: 'return enforcement === "deny" ? "pass" : "all";',
    mutated: 'return "all";',
    tests: ["test/unit/policyFor.test.ts"],
  },
];
