import type { Mutant } from "../../scripts/mutants/mutant.ts";

const gate: Mutant["tests"] = ["test/plugin/gate.test.ts"];
const foreign: Mutant["tests"] = ["test/plugin/gateForeignState.test.ts"];

/** denyDestroy, and state that another version wrote. */
export const gateDeletion: readonly Mutant[] = [
  {
    name: "denyDestroy deletes whatever the verdict",
    file: "provider/gates/deletionRefusal.ts",
    original: 'return verdict === "pass" ? undefined :',
    mutated: 'return verdict !== "off" ? undefined :',
    tests: gate,
  },
  {
    name: "denyDestroy lets an unknown verdict through",
    file: "provider/gates/deletionRefusal.ts",
    original: 'return verdict === "pass" ? undefined :',
    mutated: 'return verdict !== "fail" ? undefined :',
    tests: gate,
  },
  {
    name: "denyDestroy is evaluated though it is not set",
    file: "provider/gates/deletionRefusal.ts",
    original: '!inputs.unknown.has("denyDestroy") && (denyDestroy === false || denyDestroy === null)',
    mutated: '!inputs.unknown.has("denyDestroy") && denyDestroy === null',
    tests: gate,
  },
  {
    name: "H10: denyDestroy in another form is not set",
    file: "provider/gates/deletionRefusal.ts",
    original: "(denyDestroy === false || denyDestroy === null)",
    mutated: "denyDestroy !== true",
    tests: foreign,
  },
  {
    name: "H10: conditions that cannot be read let a gate with denyDestroy go",
    file: "provider/gates/deletionRefusal.ts",
    original: "if (!(error instanceof InputError)) throw error;\n    const report",
    mutated:
      "if (!(error instanceof InputError)) throw error;\n    if (inputs.unknown.size === 0) return undefined;\n    const report",
    tests: foreign,
  },
  {
    name: "H10: a word of another version makes a gate unreadable",
    file: "provider/gates/recordOfLostPass.ts",
    original: "if (error instanceof InputError) return undefined;",
    mutated: "",
    tests: foreign,
  },
  {
    name: "H9: a dynamic gate waits, and nothing can end it",
    file: "provider/dynamic/unsupportedGateControls.ts",
    original: '"waitFor",\n',
    mutated: '"waitsFor",\n',
    tests: ["test/lookups/dynamicWaiting.test.ts"],
  },
  {
    name: "a refresh drops what is recorded for want of an answer",
    file: "provider/gates/recordOfLostPass.ts",
    original: '&& assessment.verdict !== "unknown"',
    mutated: "",
    tests: gate,
  },
  {
    name: "H10: a condition that only another version knows is dropped",
    file: "provider/gates/defineGate.ts",
    original: "const query = read(withoutKeys(values, (name) => Object.hasOwn(controls.shape, name)));",
    mutated: "const query = read(withoutKeys(values, (name) => !Object.hasOwn(inputs.shape, name)));",
    tests: foreign,
  },
  {
    name: "an output that bears the name of an input is taken for it",
    file: "provider/gates/deployedInputsOrProperties.ts",
    original: "&& !(name in outputs.shape)",
    mutated: "",
    tests: ["test/plugin/gateInputs.test.ts"],
  },
];
