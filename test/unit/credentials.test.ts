import { describe, expect, test } from "vitest";
import { findSource } from "../../provider/client/credentials/findSource.ts";
import type { Source } from "../../provider/client/credentials/Source.ts";
import { readSettings } from "../../provider/client/readSettings.ts";
import type { Settings } from "../../provider/client/settings.ts";
import type { JsonObject } from "../../provider/core/json.ts";

type Env = Readonly<Record<string, string>>;

function find(settings: Settings, env: Env = {}): Source {
  return findSource({ settings, env, now: 0, warn: () => undefined });
}

function keyOf(settings: Settings, env: Env = {}) {
  const source = find(settings, env);
  return source.kind === "key" ? source.credentials : undefined;
}

const configured = { accessKey: "configuredKey", secretKey: "configuredSecret" };
const ALICLOUD = { ALICLOUD_ACCESS_KEY: "key1", ALICLOUD_SECRET_KEY: "secret1" };
const ALIBABA_CLOUD = { ALIBABA_CLOUD_ACCESS_KEY_ID: "key2", ALIBABA_CLOUD_ACCESS_KEY_SECRET: "secret2" };
const ALIBABACLOUD = { ALIBABACLOUD_ACCESS_KEY_ID: "key3", ALIBABACLOUD_ACCESS_KEY_SECRET: "secret3" };
const roleArn = "acs:ram::123456789012:role/reader";
const oidcProviderArn = "acs:ram::123456789012:oidc-provider/ci";
const OIDC = {
  ALIBABA_CLOUD_ROLE_ARN: roleArn,
  ALIBABA_CLOUD_OIDC_PROVIDER_ARN: oidcProviderArn,
  ALIBABA_CLOUD_OIDC_TOKEN_FILE: "/run/token",
};
const ECS = { ALICLOUD_ECS_ROLE_NAME: "node-role" };
const URI = { ALIBABA_CLOUD_CREDENTIALS_URI: "http://127.0.0.1:81/sts" };
const everything = { ...ALIBABACLOUD, ...ALIBABA_CLOUD, ...ALICLOUD, ...OIDC, ...ECS, ...URI };

describe("the key is", () => {
  test("the configured one before all others", () => {
    expect(keyOf(configured, everything)).toEqual({
      accessKeyId: "configuredKey",
      accessKeySecret: "configuredSecret",
    });
  });
  test("then pulumi-alicloud's variables, then those of the SDKs", () => {
    expect(keyOf({}, { ...ALIBABACLOUD, ...ALIBABA_CLOUD, ...ALICLOUD })?.accessKeyId).toBe("key1");
    expect(keyOf({}, { ...ALIBABACLOUD, ...ALIBABA_CLOUD })?.accessKeyId).toBe("key2");
    expect(keyOf({}, ALIBABACLOUD)?.accessKeyId).toBe("key3");
  });
  test("with its own token, and never with that of another place", () => {
    const tokens = { ALICLOUD_SECURITY_TOKEN: "token1", ALIBABA_CLOUD_SECURITY_TOKEN: "token2" };
    expect(keyOf({ ...configured, securityToken: "token0" }, tokens)?.securityToken).toBe("token0");
    expect(keyOf(configured, tokens)?.securityToken).toBeUndefined();
    expect(keyOf({}, { ...ALIBABA_CLOUD, ...tokens })?.securityToken).toBe("token2");
    expect(keyOf({}, { ...ALIBABACLOUD, ...tokens })?.securityToken).toBeUndefined();
  });
  test("not one that is set to nothing", () => {
    const env = { ALICLOUD_ACCESS_KEY: "", ALICLOUD_SECRET_KEY: "", ...ALIBABA_CLOUD };
    expect(keyOf({}, env)?.accessKeyId).toBe("key2");
  });
});

describe("other sources", () => {
  test.each<[Settings, object]>([
    [{ ecsRoleName: "mine" }, { kind: "ecs", roleName: "mine" }],
    [{ credentialsUri: "https://helper.example/sts" }, { kind: "uri", uri: "https://helper.example/sts" }],
    [
      { assumeRoleWithOidc: { roleArn, oidcProviderArn, oidcTokenFile: "/mine" } },
      { kind: "oidc", oidcProviderArn, token: { file: "/mine" }, role: { roleArn } },
    ],
    [
      { assumeRoleWithOidc: { roleArn, oidcProviderArn, oidcToken: "eyMine" } },
      { kind: "oidc", token: { value: "eyMine" } },
    ],
  ])("of the configuration come before the whole environment: %j", (settings, source) => {
    expect(find(settings, everything)).toMatchObject(source);
  });

  test("of the environment come after its keys: OIDC, ECS role, URI", () => {
    const roleOnly = { ALIBABA_CLOUD_ROLE_ARN: roleArn };
    expect(find({}, everything).kind).toBe("key");
    expect(find({}, { ...OIDC, ...ECS, ...URI })).toMatchObject({ kind: "oidc", role: { roleArn } });
    // A role alone is what other tools assume with other keys.
    expect(find({}, { ...roleOnly, ...ECS, ...URI })).toMatchObject({ kind: "ecs", roleName: "node-role" });
    expect(find({}, { ALIBABA_CLOUD_ECS_METADATA: "other" })).toMatchObject({ kind: "ecs", roleName: "other" });
    expect(find({}, URI)).toMatchObject({ kind: "uri", uri: "http://127.0.0.1:81/sts" });
  });

  test("the metadata service is not asked when it is switched off", () => {
    const off = { ALIBABA_CLOUD_ECS_METADATA_DISABLED: "true" };
    expect(find({}, { ...ECS, ...URI, ...off }).kind).toBe("uri");
    expect(() => find({ ecsRoleName: "mine" }, off)).toThrow("ecsRoleName: asks the ECS metadata service");
    expect(find({ ecsRoleName: "mine" }, { ALIBABA_CLOUD_IMDSV1_DISABLED: "TRUE" })).toMatchObject({ onlyV2: true });
    expect(find({ ecsRoleName: "mine" })).toMatchObject({ onlyV2: false });
  });

  test("a role is assumed with whatever was found, and is no source by itself", () => {
    const assumeRole = { roleArn, externalId: "x1", sessionExpiration: 900 };
    expect(find({ ...configured, assumeRole })).toMatchObject({
      kind: "role",
      role: { roleArn, externalId: "x1", sessionExpiration: 900, sessionName: "pulumi-alicloud-backups" },
      base: { kind: "key", credentials: { accessKeyId: "configuredKey" } },
    });
    expect(find({ assumeRole }, URI)).toMatchObject({ kind: "role", base: { kind: "uri" } });
    expect(() => find({ assumeRole })).toThrow("no Alibaba Cloud key");
  });

  test("STS is asked at its central endpoint, or at the configured one", () => {
    const settings = { ...configured, assumeRole: { roleArn } };
    const stsOf = (more: Settings, env: Env = {}) => {
      const source = find({ ...settings, ...more }, env);
      return source.kind === "role" && source.role.stsUrl;
    };
    expect(stsOf({})).toBe("https://sts.aliyuncs.com");
    expect(stsOf({}, { STS_ENDPOINT: "sts.cn-beijing.aliyuncs.com" })).toBe("https://sts.cn-beijing.aliyuncs.com");
    expect(stsOf({ endpoints: { sts: "http://127.0.0.1:4012" } }, { STS_ENDPOINT: "sts.example" })).toBe(
      "http://127.0.0.1:4012",
    );
  });
});

describe("what is incomplete is never completed from elsewhere", () => {
  test.each<[JsonObject, Env, string]>([
    [{ accessKey: "onlyKey" }, ALICLOUD, "secretKey: is missing although accessKey is set"],
    [{ secretKey: "onlySecret" }, ALICLOUD, "accessKey: is missing although secretKey is set"],
    [{ securityToken: "onlyToken" }, ALICLOUD, "securityToken: is set without the accessKey and secretKey"],
    [
      {},
      { ...ALIBABA_CLOUD, ALICLOUD_ACCESS_KEY: "onlyKey" },
      "ALICLOUD_SECRET_KEY: is missing although ALICLOUD_ACCESS_KEY",
    ],
    [{}, { ...ALICLOUD, ALICLOUD_SECRET_KEY: "" }, "ALICLOUD_SECRET_KEY: is missing although ALICLOUD_ACCESS_KEY"],
    [{}, { ALIBABA_CLOUD_ACCESS_KEY_SECRET: "onlySecret" }, "ALIBABA_CLOUD_ACCESS_KEY_ID: is missing although"],
    [{}, { ALIBABACLOUD_ACCESS_KEY_ID: "onlyKey" }, "ALIBABACLOUD_ACCESS_KEY_SECRET: is missing although"],
    [
      {},
      { ...OIDC, ...URI, ALIBABA_CLOUD_ROLE_ARN: "" },
      "ALIBABA_CLOUD_ROLE_ARN: is missing although ALIBABA_CLOUD_OIDC",
    ],
    [{}, { ...OIDC, ...URI, ALIBABA_CLOUD_OIDC_TOKEN_FILE: "" }, "ALIBABA_CLOUD_OIDC_TOKEN_FILE: is missing although"],
    [
      {},
      { ...OIDC, ...URI, ALIBABA_CLOUD_OIDC_PROVIDER_ARN: "" },
      "ALIBABA_CLOUD_OIDC_PROVIDER_ARN: is missing although ALIBABA_CLOUD_ROLE_ARN",
    ],
    [
      { assumeRoleWithOidc: { roleArn, oidcTokenFile: "/mine" } },
      OIDC,
      "assumeRoleWithOidc.oidcProviderArn: is required",
    ],
    [
      { assumeRoleWithOidc: { roleArn, oidcProviderArn } },
      OIDC,
      "give either assumeRoleWithOidc.oidcTokenFile or assumeRoleWithOidc.oidcToken",
    ],
    [{ assumeRole: { sessionName: "me" } }, ALICLOUD, "assumeRole.roleArn: is required"],
    [{ assumeRole: { roleArn: "" } }, ALICLOUD, "assumeRole.roleArn: is required"],
  ])("%j with %j", (settings, env, message) =>
    expect(() => find(readSettings(settings, new Set()), env)).toThrow(message),
  );
});

describe("two sources in the configuration are an error that names both", () => {
  const sources: JsonObject = {
    accessKey: "someKey",
    profile: "ci",
    assumeRoleWithOidc: { roleArn, oidcProviderArn, oidcToken: "eyMine" },
    ecsRoleName: "mine",
    credentialsUri: "https://helper.example",
  };
  const names = Object.keys(sources);
  const pairs = names.flatMap((first, index) => names.slice(index + 1).map((second) => [first, second] as const));

  test.each(pairs)("%s and %s", (first, second) => {
    const settings = { [first]: sources[first] ?? null, [second]: sources[second] ?? null };
    const whole = "accessKey" in settings ? { ...settings, secretKey: "someSecret" } : settings;
    expect(() => readSettings(whole, new Set())).toThrow(`${second}: is set beside ${first}`);
  });
  test("a profile's file belongs to the profile, and beside another source it is one too", () => {
    expect(readSettings({ profile: "ci", sharedCredentialsFile: "/x" }, new Set())).toMatchObject({ profile: "ci" });
    const mixed = { ...configured, sharedCredentialsFile: "/x" };
    expect(() => readSettings(mixed, new Set())).toThrow("sharedCredentialsFile: is set beside accessKey");
  });
});

describe("a credentials URI", () => {
  test.each([
    ["http://helper.example/sts?token=hush", "http:// is refused for helper.example"],
    ["ftp://127.0.0.1/hush", "expected a URI"],
    ["https://me:hush@helper.example", "without user name"],
    ["hush", "expected a URI"],
  ])("%s is refused, and not repeated", (credentialsUri, message) => {
    const found = () => readSettings({ credentialsUri }, new Set());
    expect(found).toThrow(message);
    expect(found).not.toThrow("hush");
  });
});

test("no key at all says how to set one, without asking for it in clear, and names the other ways", () => {
  expect(() => find({})).toThrow("`pulumi config set --secret alicloud-backups:accessKey`");
  expect(() => find({})).toThrow("ALICLOUD_ACCESS_KEY and ALICLOUD_SECRET_KEY");
  for (const way of ["profile", "ecsRoleName", "assumeRoleWithOidc", "credentialsUri"])
    expect(() => find({})).toThrow(way);
});

test("B31: white space in a key is named, and the key is not repeated", () => {
  const pasted = { ALICLOUD_ACCESS_KEY: "LTAIpasted", ALICLOUD_SECRET_KEY: "pastedSecret\n" };
  expect(() => find({}, pasted)).toThrow(/^(?!.*pasted).*ALICLOUD_SECRET_KEY: holds white space/s);
  const token = { ...ALICLOUD, ALICLOUD_SECURITY_TOKEN: "pasted token" };
  expect(() => find({}, token)).toThrow(/^(?!.*pasted).*ALICLOUD_SECURITY_TOKEN: holds white space/s);
});

describe("roles are read", () => {
  const given = { roleArn, sessionExpiration: 900, externalId: "x1", policy: '{"Version":"1"}' };
  test.each<[string, JsonObject]>([
    ["as objects", { assumeRole: given }],
    ["as JSON text", { assumeRole: JSON.stringify(given) }],
    ["as pulumi-alicloud's list of one", { assumeRole: [{ ...given, sessionName: "" }] }],
    ["with numbers as text", { assumeRole: { ...given, sessionExpiration: "900" } }],
  ])("%s", (_, settings) => expect(readSettings(settings, new Set())).toEqual({ assumeRole: given }));

  test.each<[JsonObject, string]>([
    [{ assumeRole: { roleArn: "reader" } }, "assumeRole.roleArn: expected the ARN of a RAM role"],
    [
      { assumeRole: { roleArn, sessionExpiration: 60 } },
      "assumeRole.sessionExpiration: expected a whole number from 900",
    ],
    [{ assumeRole: { roleArn, sessionName: "a b" } }, "assumeRole.sessionName: expected 2 to 64 letters"],
    [{ assumeRole: { roleArn, roleSessionName: "me" } }, "assumeRole: has no member roleSessionName"],
    [{ ecsRoleName: "../x" }, "ecsRoleName: expected the name of a RAM role"],
  ])("strictly: %j", (settings, message) => expect(() => readSettings(settings, new Set())).toThrow(message));
});
