import type { Gate } from "../../gates/gate.ts";
import { gates } from "../../gates/gates.ts";
import { functions } from "../../lookups/functions.ts";
import { settingsSchema } from "../../lookups/settings.ts";
import { packageName, packageVersion, pluginDownload, tokenOf } from "../packageInfo.ts";
import { languageOptions, repository } from "./languageOptions.ts";
import { objectSpec } from "./propertySpec.ts";
import { schemaTypes } from "./schemaTypes.ts";

/** The Pulumi schema, derived from the definitions of functions and gates. */
export function packageSchema() {
  const settings = objectSpec(settingsSchema.schema, "input");
  return {
    name: packageName,
    displayName: "Alibaba Cloud Backups",
    version: packageVersion,
    description: "Read Alibaba Cloud database backups, and stop a deployment that has no good one.",
    keywords: ["pulumi", "alicloud", "backup", "kind/native", "category/database"],
    homepage: `https://${repository}`,
    repository: `https://${repository}`,
    license: "Apache-2.0",
    publisher: "pulumi-alicloud-backups",
    ...pluginDownload,
    meta: { moduleFormat: "(.*)" },
    language: languageOptions,
    config: { variables: settings.properties, defaults: [] },
    provider: {
      description: "Credentials, region and endpoints. The names are those of pulumi-alicloud.",
      type: "object",
      inputProperties: settings.properties,
    },
    types: Object.fromEntries(
      schemaTypes().map((type) => [tokenOf(type.typeName.module, type.typeName.name), objectSpec(type, "output")]),
    ),
    functions: Object.fromEntries(
      functions.map(({ operation, name, doc, inputs, outputs }) => [
        tokenOf(operation.api.module, name),
        { description: doc, inputs: objectSpec(inputs.schema, "input"), outputs: objectSpec(outputs, "output") },
      ]),
    ),
    resources: Object.fromEntries(gates.map((gate) => [tokenOf(gate.operation.api.module, gate.name), resource(gate)])),
  };
}

function resource({ doc, inputs, outputs }: Gate) {
  const inputSpec = objectSpec(inputs.schema, "input");
  const outputSpec = objectSpec(outputs, "output");
  return {
    description: doc,
    inputProperties: inputSpec.properties,
    requiredInputs: inputSpec.required,
    properties: { ...inputSpec.properties, ...outputSpec.properties },
    required: [...inputSpec.required, ...outputSpec.required],
  };
}
