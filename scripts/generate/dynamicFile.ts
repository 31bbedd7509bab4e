import type { LookupFunction } from "../../provider/lookups/function.ts";
import { token } from "../../provider/server/packageInfo.ts";
import { declarations } from "./gatesFile.ts";
import { docText, membersText } from "./typeText.ts";

/** `provider/dynamic/generated/lookups.ts`: the newest good one of each operation, as a dynamic resource. */
export function dynamicFile(functions: readonly LookupFunction[]): string {
  const latest = functions.filter(({ name }) => name.startsWith("getLatest"));
  const imports = [
    'import * as pulumi from "@pulumi/pulumi";',
    'import { LookupProvider } from "../LookupProvider.ts";',
  ];
  return `${imports.join("\n")}\n\n${latest.map(classText).join("\n")}`;
}

function classText({ operation, name, doc, inputs, outputs }: LookupFunction): string {
  const type = name.slice("get".length);
  const computed = Object.keys(outputs.shape).filter((member) => !(member in inputs.shape));
  const tok = JSON.stringify(token(operation.module, name));
  return `/** Arguments of {@link ${type}}. */
export interface ${type}Args {
${membersText(inputs.shape, "input", (each) => `pulumi.Input<${each}>`)}
}

${docText(`${doc} Read when it is created and looked up again on every run.`)}export class ${type} extends pulumi.dynamic.Resource {
${declarations(outputs, "output").join("\n")}

  constructor(name: string, args: ${type}Args, opts?: pulumi.CustomResourceOptions) {
    const computed = { ${computed.map((member) => `${member}: undefined`).join(", ")} };
    super(new LookupProvider(${tok}), name, { ...args, ...computed }, opts);
  }
}
`;
}
