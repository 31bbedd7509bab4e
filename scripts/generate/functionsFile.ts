import type { LookupFunction } from "../../provider/lookups/lookupFunction.ts";
import { tokenOf } from "../../provider/server/packageInfo.ts";
import { docText, membersText } from "./typeText.ts";

/** `sdk/generated/<module>/functions.ts`. */
export function functionsFile(functions: readonly LookupFunction[]): string {
  const imports = [
    'import type * as pulumi from "@pulumi/pulumi";',
    'import { lookup, lookupOutput } from "../../lookup.ts";',
    'import type * as types from "../types.ts";',
  ].join("\n");
  return `${imports}\n\n${functions.map(functionText).join("\n")}`;
}

function functionText({ operation, name, doc, inputs, outputs, secret = false }: LookupFunction): string {
  const type = name.slice(0, 1).toUpperCase() + name.slice(1);
  const tok = JSON.stringify(tokenOf(operation.api.module, name));
  const plainArguments = `/** Arguments of {@link ${name}}. */
export interface ${type}Args {
${membersText(inputs.schema.shape, "input")}
}

`;
  const plainForm = `${docText(`${doc} Source: ${operation.api.apiDocument}.`)}export function ${name}(args: ${type}Args, opts?: pulumi.InvokeOptions): Promise<${type}Result> {
  return lookup(${tok}, args, opts);
}

`;
  // The plain form loses the mark of a secret: what is one has the Output form only.
  return `${secret ? "" : plainArguments}/** Arguments of {@link ${name}Output}. */
export interface ${type}OutputArgs {
${membersText(inputs.schema.shape, "input", (type) => `pulumi.Input<${type}>`)}
}

/** What {@link ${name}Output} gives. */
export interface ${type}Result {
${membersText(outputs.shape, "output")}
}

${secret ? "" : plainForm}${docText(`${doc} Inputs may come from other resources. Source: ${operation.api.apiDocument}.`)}export function ${name}Output(args: ${type}OutputArgs, opts?: pulumi.InvokeOutputOptions): pulumi.Output<${type}Result> {
  return lookupOutput(${tok}, args, opts);
}
`;
}
