import { z } from "zod";
import { secretSettingNames, settingsSchema } from "../../provider/client/settings.ts";
import { bareSchema } from "../../provider/core/bareSchema.ts";
import { packageName } from "../../provider/server/packageInfo.ts";
import { membersText } from "./typeText.ts";

/** `sdk/generated/provider.ts`. */
export function providerFile(): string {
  const settings = Object.entries(settingsSchema.schema.shape);
  const secrets = [...secretSettingNames];
  // Provider configuration travels as text: what is not text goes as JSON.
  const structured = settings
    .filter(([, schema]) => z.toJSONSchema(bareSchema(schema, "input"), { io: "input" }).type !== "string")
    .map(([name]) => name);
  const plain = structured.filter((name) => !secretSettingNames.has(name));
  const textOf = (name: string) => (structured.includes(name) ? `json(args.${name})` : `args.${name}`);
  return `import * as pulumi from "@pulumi/pulumi";
import { withPluginVersion } from "../withPluginVersion.ts";
import type * as types from "./types.ts";

/** Arguments of {@link Provider}. */
export interface ProviderArgs {
${membersText(settingsSchema.schema.shape, "input", (type) => `pulumi.Input<${type}>`)}
}

/** An explicit provider: credentials, region and endpoints of its own. The names are those of pulumi-alicloud. */
export class Provider extends pulumi.ProviderResource {
  constructor(name: string, args: ProviderArgs = {}, opts?: pulumi.ResourceOptions) {
    const inputs = {
      ...args,
${secrets.map((name) => `      ${name}: secret(${textOf(name)}),`).join("\n")}
${plain.map((name) => `      ${name}: ${textOf(name)},`).join("\n")}
    };
    super(${JSON.stringify(packageName)}, name, inputs, withPluginVersion(opts));
  }
}

function secret(value: pulumi.Input<string> | undefined): pulumi.Output<string> | undefined {
  return value === undefined ? undefined : pulumi.secret(value);
}

function json<T>(value: pulumi.Input<T> | undefined): pulumi.Output<string> | undefined {
  return value === undefined ? undefined : pulumi.output(value).apply((setting) => JSON.stringify(setting));
}
`;
}
