import type { Mutant } from "../../scripts/mutants/mutant.ts";

const gate: Mutant["tests"] = ["test/plugin/gate.test.ts"];
const unknownInUp: Mutant["tests"] = ["test/lookups/dynamicUnknown.test.ts"];
const place: Mutant["tests"] = ["test/unit/recordCounts.test.ts", "test/plugin/gatePlace.test.ts"];

/** Unknown inputs, and when a gate that has passed is due again. */
export const gateLife: readonly Mutant[] = [
  {
    name: "W11: a dynamic gate passes without an input that is unknown in up",
    file: "provider/dynamic/dynamicGate.ts",
    original: 'unknown.size > 0 ? withoutAnswer(gate, values, unknown) : await evaluate(values, "up");',
    mutated: 'unknown.size > 9 ? withoutAnswer(gate, values, unknown) : await evaluate(values, "up");',
    tests: unknownInUp,
  },
  {
    name: "W11: a gate without an answer goes on",
    file: "provider/lookups/gate/withoutAnswer.ts",
    original: 'enforcement === "warn" ? "warn" : "refuse"',
    mutated: 'enforcement === "warn" ? "warn" : "wouldWait"',
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
    file: "provider/server/passGate.ts",
    original: "if (given.unknown.size > 0 && preview) {",
    mutated: "if (given.unknown.size > 0) {",
    tests: gate,
  },
  {
    name: "unknown inputs: a preview refuses",
    file: "provider/server/passGate.ts",
    original: "if (given.unknown.size > 0 && preview) {",
    mutated: "if (given.unknown.size > 9 && preview) {",
    tests: gate,
  },
  {
    name: "a gate that would have to wait opens in up",
    file: "provider/server/passGate.ts",
    original: 'if (decision === "refuse" || decision === "wait") throw new Error(report);',
    mutated: 'if (decision === "wait") throw new Error(report);',
    tests: gate,
  },
  {
    name: "W13: a gate that passed elsewhere has passed here",
    file: "provider/lookups/gate/recordCounts.ts",
    original: "return place === placeName(here);",
    mutated: "return place !== placeName({ ...here, region: '' });",
    tests: place,
  },
  {
    name: "W13: a record of 0.1.0 counts in every region",
    file: "provider/lookups/gate/recordCounts.ts",
    original: "region.toLowerCase() === here.region.toLowerCase();",
    mutated: "region !== here.place.slice(0, 0);",
    tests: place,
  },
  {
    name: "W13: a record of 0.1.0 that tells no region counts nowhere",
    file: "provider/lookups/gate/recordCounts.ts",
    original: 'typeof region !== "string" ||',
    mutated: 'typeof region === "string" &&',
    tests: place,
  },
  {
    name: "a gate that went on with a warning has passed",
    file: "provider/lookups/gate/dueOutput.ts",
    original: 'if (recorded.verdict !== "pass") return "verdict";',
    mutated: 'if (recorded.verdict === "fail" && recorded.verdict === "off") return "verdict";',
    tests: ["test/plugin/gateRecheck.test.ts", ...gate],
  },
  {
    name: "a backup gate that has passed is not asked again",
    file: "provider/lookups/gate/dueOutput.ts",
    original: 'if (recheck === "untilPassed" && track !== "newest") return undefined;',
    mutated: 'if (track !== "newest") return undefined;',
    tests: ["test/plugin/gateRecheck.test.ts", ...gate],
  },
  {
    name: "a task gate that has passed is asked again",
    file: "provider/lookups/gate/dueOutput.ts",
    original: 'if (recheck === "untilPassed" && track !== "newest") return undefined;',
    mutated: "",
    tests: ["test/plugin/gateRecheck.test.ts", ...gate],
  },
  {
    name: "a newer backup is a change to a gate that has passed",
    file: "provider/lookups/gate/dueOutput.ts",
    original: 'track !== "newest" || best?.id',
    mutated: "best?.id",
    tests: ["test/plugin/gateNights.test.ts", ...gate],
  },
];
