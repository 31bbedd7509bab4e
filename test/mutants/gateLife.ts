import type { Mutant } from "../../scripts/mutants/mutant.ts";

const gate: Mutant["tests"] = ["test/plugin/gate.test.ts"];
const unknownInUp: Mutant["tests"] = ["test/lookups/dynamicUnknown.test.ts"];
const place: Mutant["tests"] = ["test/unit/isRecordFromPlace.test.ts", "test/plugin/gatePlace.test.ts"];

/** Unknown inputs, and when a gate that has passed is due again. */
export const gateLife: readonly Mutant[] = [
  {
    name: "W11: a dynamic gate passes without an input that is unknown in up",
    file: "provider/dynamic/dynamicGate.ts",
    original: 'await evaluate(inputs, "up", ',
    mutated: 'await evaluate({ ...inputs, unknown: new Set() }, "up", ',
    tests: unknownInUp,
  },
  {
    name: "W11: a gate without an answer goes on",
    file: "provider/gates/outcomeOfUnknownInput.ts",
    original: 'return { kind: "refused", report: reportWithOverride };',
    mutated: 'return { kind: "deferred", report: reportWithOverride };',
    tests: [...unknownInUp, ...gate],
  },
  {
    name: "W11: a dynamic lookup answers another question than was asked",
    file: "provider/dynamic/dynamicLookup.ts",
    original: "// An argument left out is another question.\n    if (unknown.size > 0) {",
    mutated: "// An argument left out is another question.\n    if (unknown.size > 9) {",
    tests: unknownInUp,
  },
  {
    name: "unknown inputs: the plugin's gate goes on without them in up",
    file: "provider/gates/outcomeOfUnknownInput.ts",
    original: 'if (phase === "preview") {',
    mutated: 'if (phase === "preview" || phase === "up") {',
    tests: gate,
  },
  {
    name: "unknown inputs: a preview refuses",
    file: "provider/gates/outcomeOfUnknownInput.ts",
    original: 'if (phase === "preview") {',
    mutated: 'if (phase === "preview" && unknown.size > 9) {',
    tests: gate,
  },
  {
    name: "a gate that would have to wait opens in up",
    file: "provider/server/runGate.ts",
    original: 'throw outcome.waitEnd?.kind === "cancelled" ? cancellation(outcome.report) : new Error(outcome.report);',
    mutated:
      "if (outcome.waitEnd === undefined) throw new Error(outcome.report);\n      return unknownOutputs(gate, inputs);",
    tests: ["test/plugin/gateWaitEnds.test.ts"],
  },
  {
    name: "the plugin's gate opens though it is refused",
    file: "provider/server/runGate.ts",
    original: 'throw outcome.waitEnd?.kind === "cancelled" ? cancellation(outcome.report) : new Error(outcome.report);',
    mutated: "if (outcome.waitEnd) throw new Error(outcome.report);\n      return unknownOutputs(gate, inputs);",
    tests: gate,
  },
  {
    name: "W11: without an input that is unknown a gate answers another question",
    file: "provider/gates/defineGate.ts",
    original: "if (unknown.size > 0) throw new InputError(",
    mutated: "if (unknown.size > 9) throw new InputError(",
    tests: ["test/unit/unknownInputs.test.ts"],
  },
  {
    name: "W13: a gate that passed elsewhere has passed here",
    file: "provider/gates/isRecordFromPlace.ts",
    original: "return place === placeName(here);",
    mutated: "return place !== placeName({ ...here, region: '' });",
    tests: place,
  },
  {
    name: "W13: a record of 0.1.0 counts in every region",
    file: "provider/gates/isRecordFromPlace.ts",
    original: "region.toLowerCase() === here.region.toLowerCase();",
    mutated: "region !== here.place.slice(0, 0);",
    tests: place,
  },
  {
    name: "W13: a record of 0.1.0 that tells no region counts nowhere",
    file: "provider/gates/isRecordFromPlace.ts",
    original: 'typeof region !== "string" ||',
    mutated: 'typeof region === "string" &&',
    tests: place,
  },
  {
    name: "a gate that went on with a warning has passed",
    file: "provider/gates/gateDiffs.ts",
    original: 'if (record.verdict !== "pass") return ["verdict"];',
    mutated: 'if (record.verdict === "fail" && record.verdict === "off") return ["verdict"];',
    tests: ["test/plugin/gateRecheck.test.ts", ...gate],
  },
  {
    name: "a backup gate that has passed is not asked again",
    file: "provider/gates/gateDiffs.ts",
    original: 'if (controls.recheck === "untilPassed" && !tracksNewest) return [];',
    mutated: "if (!tracksNewest) return [];",
    tests: ["test/plugin/gateRecheck.test.ts", ...gate],
  },
  {
    name: "a task gate that has passed is asked again",
    file: "provider/gates/gateDiffs.ts",
    original: 'if (controls.recheck === "untilPassed" && !tracksNewest) return [];',
    mutated: "",
    tests: ["test/plugin/gateRecheck.test.ts", ...gate],
  },
  {
    name: "a newer backup is a change to a gate that has passed",
    file: "provider/gates/gateDiffs.ts",
    original: "!tracksNewest || best?.id",
    mutated: "best?.id",
    tests: ["test/plugin/gateNights.test.ts", ...gate],
  },
  {
    name: "a gate that is off asks all the same",
    file: "provider/gates/evaluateGate.ts",
    original: 'if (policy.enforcement === "off") return off;',
    mutated: "if (policy.waitMs === 0) return off;",
    tests: gate,
  },
  {
    name: "a gate that is off in up alone is never due",
    file: "provider/gates/gateDiffs.ts",
    original: 'record.verdict === "off" && (isOff || (await judge()).verdict === "pass")',
    mutated: 'record.verdict === "off" && (isOff || record.verdict !== "pass")',
    tests: gate,
  },
];
