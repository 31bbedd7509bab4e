import type { Mutant } from "../../scripts/mutants/mutant.ts";

const properties: Mutant["tests"] = ["test/unit/propertyBag.test.ts"];
const invoke: Mutant["tests"] = ["test/plugin/invoke.test.ts"];

/** What Pulumi hands in and gets back: unknown values, secrets, refusals. */
export const boundary: readonly Mutant[] = [
  {
    name: "a value that is not known yet is one",
    file: "provider/server/propertyBag.ts",
    original: "flags.unknown ||= isUnknown(value);",
    mutated: "flags.unknown ||= value === PULUMI_SIGNATURE_KEY;",
    tests: [...invoke, "test/plugin/gate.test.ts"],
  },
  {
    name: "only one of the engine's seven signs for unknown is known",
    file: "provider/core/unknownValues.ts",
    original: "return UNKNOWNS.has(text);",
    mutated: "return text === UNKNOWN && UNKNOWNS.has(text);",
    tests: properties,
  },
  {
    name: "an output without a value is one",
    file: "provider/server/propertyBag.ts",
    original: "flags.unknown ||= value.value === undefined;",
    mutated: "flags.unknown ||= value.value === null;",
    tests: properties,
  },
  {
    name: "a secret inside an output is none",
    file: "provider/server/propertyBag.ts",
    original: "flags.secret ||= value.secret === true;",
    mutated: "flags.secret ||= value.secret === SECRET_SIGNATURE;",
    tests: properties,
  },
  {
    name: "a secret input is none",
    file: "provider/server/propertyBag.ts",
    original: "if (value[PULUMI_SIGNATURE_KEY] === SECRET_SIGNATURE) {\n    flags.secret = true;",
    mutated: "if (value[PULUMI_SIGNATURE_KEY] === SECRET_SIGNATURE) {\n    flags.secret = false;",
    tests: invoke,
  },
  {
    name: "what a secret led to is none",
    file: "provider/server/invoke.ts",
    original: "definition.secret === true || properties.secret.size > 0",
    mutated: "definition.secret === true",
    tests: invoke,
  },
  {
    name: "links are no secrets",
    file: "provider/server/invoke.ts",
    original: "definition.secret === true || properties.secret.size > 0",
    mutated: "properties.secret.size > 0",
    tests: invoke,
  },
  {
    name: "a lookup with unknown inputs is sent without them",
    file: "provider/server/invoke.ts",
    original: "if (unknown.length > 0) throw new InputError(unknown);",
    mutated: "",
    tests: invoke,
  },
  {
    name: "a misspelt argument is left out",
    file: "provider/core/validate.ts",
    original: ".filter((name) => !names.includes(name))",
    mutated: ".filter((name) => !names.includes(name) && name === name.toUpperCase())",
    tests: ["test/unit/validate.test.ts"],
  },
  {
    name: "a wrong secret is repeated",
    file: "provider/core/validate.ts",
    original: "inputType.shape[name]?.isSecret === true",
    mutated: "inputType.shape[name]?.isSecret === false",
    tests: ["test/unit/validate.test.ts"],
  },
  {
    name: "a duration without a unit is one",
    file: "provider/core/moment.ts",
    original: "const DURATION = /^(\\d+(w|d|h|m|s))+$/;",
    mutated: "const DURATION = /^(\\d+(w|d|h|m|s)?)+$/;",
    tests: ["test/unit/argument.test.ts"],
  },
  {
    name: "a cancelled lookup is an error like any other",
    file: "provider/server/unaryHandler.ts",
    original: "if (error instanceof CancelledError) return grpcStatus.cancelled;",
    mutated: "",
    tests: ["test/plugin/inFlight.test.ts"],
  },
  {
    name: "a dynamic lookup that has changed is no change",
    file: "provider/dynamic/dynamicLookup.ts",
    original: "new Set([...Object.keys(outs), ...Object.keys(outputs.shape)])",
    mutated: "new Set([...Object.keys(outs)])",
    tests: ["test/lookups/dynamicGate.test.ts"],
  },
  {
    name: "a dynamic lookup with unknown inputs is no change",
    file: "provider/dynamic/dynamicLookup.ts",
    original: "if (dynamicInputsOf(news, inputs, outputs).unknown.size > 0) return { changes: true };",
    mutated: "if (dynamicInputsOf(news, inputs, outputs).unknown.size > 0) return { changes: false };",
    tests: ["test/unit/dynamicArguments.test.ts"],
  },
  {
    name: "a dynamic resource's unknown input inside a list is a value",
    file: "provider/dynamic/dynamicInputsOf.ts",
    original: "Object.values(value).some(holdsUnknown)",
    mutated: 'Object.values(value).some((inner) => inner === "")',
    tests: ["test/unit/dynamicArguments.test.ts"],
  },
  {
    name: "a dynamic resource in the state is not known by its token",
    file: "provider/dynamic/dynamicMethods.ts",
    original: "token === `alicloud-backups:${operation.api.module}:${name}`",
    mutated: "token === `alicloud-backups:${operation.api.module}/${name}`",
    tests: ["test/states/dynamic.test.ts"],
  },
  {
    name: "a misspelt argument of a query is left out",
    file: "provider/lookups/checkArguments.ts",
    original: "if (names.every((name) => Object.hasOwn(inputs.shape, name))) return read();",
    mutated: "if (names.length >= 0) return read();",
    tests: ["test/lookups/badInput.test.ts"],
  },
];
