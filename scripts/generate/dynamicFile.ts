import type { z } from "zod";
import { object } from "../../provider/core/objectInputType.ts";
import { unsupportedGateControls } from "../../provider/dynamic/unsupportedGateControls.ts";
import type { Gate } from "../../provider/gates/gate.ts";
import type { LookupFunction } from "../../provider/lookups/lookupFunction.ts";
import { tokenOf } from "../../provider/server/packageInfo.ts";
import { resourceText } from "./gatesFile.ts";

/** `provider/dynamic/generated/resources.ts`: the newest good one and the gate of each operation, as dynamic resources. */
export function dynamicFile(functions: readonly LookupFunction[], gates: readonly Gate[]): string {
  const imports = [
    'import * as pulumi from "@pulumi/pulumi";',
    'import { DynamicProvider } from "../DynamicProvider.ts";',
    'import type * as types from "./types.ts";',
  ];
  return `${imports.join("\n")}\n\n${resources(functions, gates).map(classText).join("\n")}`;
}

/** `provider/dynamic/index.ts`. */
export function dynamicIndex(functions: readonly LookupFunction[], gates: readonly Gate[]): string {
  const names = resources(functions, gates).flatMap(({ name }) => [`  ${name},\n`, `  type ${name}Args,\n`]);
  return `/** Lookups and gates as dynamic resources, for programs that cannot install a plugin. */
export { dynamicMethods } from "./dynamicMethods.ts";
export {
${names.join("")}} from "./generated/resources.ts";
`;
}

/** Inputs and outputs of the dynamic resources. */
export function dynamicSchemas(functions: readonly LookupFunction[], gates: readonly Gate[]): readonly z.ZodObject[] {
  return resources(functions, gates).flatMap(({ inputs, outputs }) => [inputs.schema, outputs]);
}

function resources(functions: readonly LookupFunction[], gates: readonly Gate[]): (LookupFunction | Gate)[] {
  const latest = functions.filter(({ name }) => name.startsWith("getLatest"));
  return [
    ...latest.map((definition) => ({ ...definition, name: definition.name.slice("get".length) })),
    ...gates.map(withoutUnsupported),
  ];
}

function classText({ operation, name, doc, inputs, outputs }: LookupFunction | Gate): string {
  const original = name.startsWith("Latest") ? `get${name}` : name;
  const tok = JSON.stringify(tokenOf(operation.api.module, original));
  return resourceText({
    name,
    doc: `${doc} Evaluated anew on every run, in preview as well.`,
    inputs: inputs.schema,
    outputs,
    parent: "pulumi.dynamic.Resource",
    construct: (properties) => `super(new DynamicProvider(${tok}), name, ${properties}, opts);`,
  });
}

function withoutUnsupported(gate: Gate): Gate {
  const supported = Object.entries(gate.inputs.shape).filter(([name]) => !unsupportedGateControls.has(name));
  return { ...gate, inputs: object(Object.fromEntries(supported)) };
}
