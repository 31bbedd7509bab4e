import { z } from "zod";
import type { Gate } from "../../provider/lookups/gate/gate.ts";
import { token } from "../../provider/server/packageInfo.ts";
import { docText, membersText, typeText } from "./typeText.ts";

/** `sdk/generated/<module>/gates.ts`. */
export function gatesFile(gates: readonly Gate[]): string {
  const imports = [
    'import * as pulumi from "@pulumi/pulumi";',
    'import { withDefaults } from "../../withDefaults.ts";',
    'import type * as types from "../types.ts";',
  ].join("\n");
  return `${imports}\n\n${gates.map(gateText).join("\n")}`;
}

function gateText({ operation, name, doc, inputs, outputs }: Gate): string {
  // A task can be named, and is told when it was not: the same property on both sides.
  const given = Object.entries(inputs.shape).filter(([member]) => !(member in outputs.shape));
  const declared = [...declarations(z.object(Object.fromEntries(given)), "input"), ...declarations(outputs, "output")];
  const computed = Object.keys(outputs.shape).map((member) => `${member}: undefined`);
  return `/** Arguments of {@link ${name}}. */
export interface ${name}Args {
${membersText(inputs.shape, "input", (each) => `pulumi.Input<${each}>`)}
}

${docText(`${doc} Source: ${operation.source}.`)}export class ${name} extends pulumi.CustomResource {
${declared.join("\n")}

  constructor(name: string, args: ${name}Args, opts?: pulumi.CustomResourceOptions) {
    super(${JSON.stringify(token(operation.module, name))}, name, { ${computed.join(", ")}, ...args }, withDefaults(opts));
  }
}
`;
}

/** The properties of a resource class. */
export function declarations({ shape }: z.ZodObject, side: "input" | "output"): string[] {
  return Object.entries(shape).map(([member, schema]) => {
    const optional = z.safeParse(schema, undefined).success ? " | undefined" : "";
    const doc = docText(z.globalRegistry.get(schema)?.description, "  ");
    return `${doc}  declare readonly ${member}: pulumi.Output<${typeText(schema, side)}${optional}>;`;
  });
}
