import * as pulumi from "@pulumi/pulumi";
import { afterEach, expect, test } from "vitest";
import { alicloudProviderArgs, Provider } from "../../sdk/index.ts";

afterEach(() => pulumi.runtime.setAllConfig({}));

/** What the engine would get for the provider, and which of it is secret. */
async function registered(settings: Readonly<Record<string, string>>) {
  const inputs: object[] = [];
  const newResource = (args: pulumi.runtime.MockResourceArgs) => {
    inputs.push(args.inputs);
    return { id: "id", state: args.inputs };
  };
  await pulumi.runtime.setMocks({ call: () => ({}), newResource }, "project", "stack");
  pulumi.runtime.setAllConfig(
    Object.fromEntries(Object.entries(settings).map(([name, value]) => [`alicloud:${name}`, value])),
  );
  const provider = new Provider("backups", alicloudProviderArgs());
  await new Promise((resolve) => provider.urn.apply(resolve));
  return inputs[0];
}

test("settings of the alicloud provider become ours, under the same names", async () => {
  const settings = {
    region: "cn-shanghai",
    profile: "ci",
    assumeRole: '{"roleArn":"acs:ram::1:role/reader"}',
    endpoints: '[{"rds":"rds.example.com","ecs":"ecs.example.com"}]',
    skipRegionValidation: "true",
  };
  expect(await registered(settings)).toEqual({
    region: "cn-shanghai",
    profile: "ci",
    assumeRole: settings.assumeRole,
    endpoints: settings.endpoints,
    skipRegionValidation: "true",
  });
});

test("a stack without them leaves everything to the environment", async () => {
  expect(await registered({})).toEqual({});
});

test("keys are secrets, also those that were set in plain text", async () => {
  pulumi.runtime.setAllConfig({
    "alicloud:accessKey": "key",
    "alicloud:secretKey": "hush",
    "alicloud:securityToken": "t",
  });
  const { accessKey, secretKey, securityToken } = alicloudProviderArgs();
  for (const value of [accessKey, secretKey, securityToken]) {
    expect(await pulumi.isSecret(pulumi.output(value))).toBe(true);
  }
});
