import type { Mutant } from "../../scripts/mutants/mutant.ts";

const guardTests: Mutant["tests"] = ["test/sdk/guard.test.ts", "test/sdk/guardHooks.test.ts"];
const judging: Mutant["tests"] = ["test/sdk/judgeStep.test.ts"];

/** The SDK's own part: guard, hook and the two forms of a lookup, as far as it shows without an engine. */
export const guard: readonly Mutant[] = [
  {
    name: "the guard takes the program's own hooks away",
    file: "sdk/guard/guardHooks.ts",
    original: "[...(hooks?.[bindingOf[step]] ?? []), hook]",
    mutated: "[hook]",
    tests: guardTests,
  },
  {
    name: "what is guarded against updates is guarded against deletion",
    file: "sdk/guard/guardHooks.ts",
    original: "return steps.every((step) => holds(hooks, hook, step));",
    mutated: "return steps.some((step) => holds(hooks, hook, step));",
    tests: guardTests,
  },
  {
    name: "a database is asked about where the program wants it to be",
    file: "sdk/guard/guardedTypes.ts",
    original: 'text(property(oldOutputs, "instanceId")) ?? text(property(oldInputs, "instanceId"));',
    mutated: 'text(property(oldInputs, "instanceId"));',
    tests: guardTests,
  },
  {
    name: "the region of a multi-zone database is unknown",
    file: "sdk/guard/guardedTypes.ts",
    original: "(?:-?MAZ\\d+(?:\\(.*\\))?|-[a-z]|",
    mutated: "(?:-[a-z]|",
    tests: guardTests,
  },
  {
    name: "an answer that was not given is an answer",
    file: "sdk/lookup.ts",
    original: "if (Object.keys(result).length > 0) return result;\n  throw",
    mutated: "if (Object.keys(result).length >= 0) return result;\n  throw",
    tests: ["test/sdk/mocks.test.ts"],
  },
  {
    name: "the guard lets through what is not a pass",
    file: "sdk/guard/judgeStep.ts",
    original: 'if (answer.evaluated === true && answer.verdict === "pass") return undefined;',
    mutated: 'if (answer.evaluated === true && answer.verdict !== "fail") return undefined;',
    tests: judging,
  },
  {
    name: "the guard lets through what was not evaluated",
    file: "sdk/guard/judgeStep.ts",
    original: 'if (answer.evaluated === true && answer.verdict === "pass") return undefined;',
    mutated: 'if (answer.verdict === "pass") return undefined;',
    tests: judging,
  },
  {
    name: "with newInstances allow the guard does not say how old the instance is",
    file: "sdk/guard/judgeStep.ts",
    original: 'conditions.newInstances === "allow" && own',
    mutated: 'conditions.newInstances === "deny" && own',
    tests: judging,
  },
  {
    name: "a createTime that is a secret is none",
    file: "sdk/guard/guardedTypes.ts",
    original: 'return text(value) ?? "not a text";',
    mutated: "return text(value);",
    tests: judging,
  },
  {
    name: "with nobody to ask a guard that denies warns",
    file: "sdk/guard/judgeStep.ts",
    original: '&& effective !== "warn") {',
    mutated: '&& effective !== "warn" && context.obstacle === undefined) {',
    tests: judging,
  },
  {
    name: "previewEnforcement counts in up as well",
    file: "sdk/generated/enforcementIn.ts",
    original: 'phase === "preview" ? (previewEnforcement ?? enforcement) : enforcement',
    mutated: "previewEnforcement ?? enforcement",
    tests: judging,
  },
  {
    name: "an update that changes tags and more is harmless",
    file: "sdk/guard/judgeStep.ts",
    original: "changed.every((name) => ignored.includes(name))",
    mutated: "changed.some((name) => ignored.includes(name))",
    tests: judging,
  },
  {
    name: "an instance that cannot be told is let through",
    file: "sdk/guard/judgeStep.ts",
    original: "if (dbInstanceId === undefined) throw new pulumi.RunError(`${step.name}: ${NO_INSTANCE}`);",
    mutated: "if (dbInstanceId === undefined) return;",
    tests: judging,
  },
  {
    name: "another instance is asked about in the region of the step's own",
    file: "sdk/guard/judgeStep.ts",
    original: "explicitId === undefined ? step : undefined",
    mutated: "step",
    tests: judging,
  },
  {
    name: "a misspelt enforcement lets everything through",
    file: "sdk/guard/checkOptions.ts",
    original: "list.every((word) => words.includes(word))",
    mutated: "list.every((word) => word !== words)",
    tests: judging,
  },
];
