import { z } from "zod";
import type { Gate } from "../../provider/gates/gate.ts";
import { tokenOf } from "../../provider/server/packageInfo.ts";
import { objectSpec } from "../../provider/server/schema/propertySpec.ts";
import { docText, membersText, typeText } from "./typeText.ts";

/** `sdk/generated/<module>/gates.ts`. */
export function gatesFile(gates: readonly Gate[]): string {
  const imports = [
    'import * as pulumi from "@pulumi/pulumi";',
    'import { withPluginVersion } from "../../withPluginVersion.ts";',
    'import type * as types from "../types.ts";',
  ].join("\n");
  return `${imports}\n\n${gates.map(gateText).join("\n")}`;
}

function gateText({ operation, name, doc, inputs, outputs }: Gate): string {
  const tok = JSON.stringify(tokenOf(operation.api.module, name));
  return resourceText({
    name,
    doc: `${doc} Source: ${operation.api.apiDocument}.`,
    inputs: inputs.schema,
    outputs,
    parent: "pulumi.CustomResource",
    construct: (properties) => `super(${tok}, name, ${properties}, withPluginVersion(opts));`,
  });
}

interface ResourceClass {
  readonly name: string;
  readonly doc: string;
  readonly inputs: z.ZodObject;
  readonly outputs: z.ZodObject;
  readonly parent: string;
  readonly construct: (properties: string) => string;
}

/** A resource class with its arguments. */
export function resourceText({ name, doc, inputs, outputs, parent, construct }: ResourceClass): string {
  // The ID of a task is an optional input, and an output when the input is missing: one property for both.
  const inputsOnly = Object.entries(inputs.shape).filter(([member]) => !(member in outputs.shape));
  const declared = [
    ...declarations(z.object(Object.fromEntries(inputsOnly)), "input"),
    ...declarations(outputs, "output"),
  ];
  const required = objectSpec(inputs, "input").required;
  const computed = Object.keys(outputs.shape).filter((member) => !required.includes(member));
  const placeholders = computed.map((member) => `${member}: undefined`);
  return `/** Arguments of {@link ${name}}. */
export interface ${name}Args {
${membersText(inputs.shape, "input", (type) => `pulumi.Input<${type}>`)}
}

${docText(doc)}export class ${name} extends ${parent} {
${declared.join("\n")}

  constructor(name: string, args: ${name}Args, opts?: pulumi.CustomResourceOptions) {
    ${construct(`{ ${placeholders.join(", ")}, ...args }`)}
  }
}
`;
}

function declarations({ shape }: z.ZodObject, side: "input" | "output"): string[] {
  return Object.entries(shape).map(([member, schema]) => {
    const optional = z.safeParse(schema, undefined).success ? " | undefined" : "";
    const doc = docText(z.globalRegistry.get(schema)?.description, "  ");
    return `${doc}  declare readonly ${member}: pulumi.Output<${typeText(schema, side)}${optional}>;`;
  });
}
