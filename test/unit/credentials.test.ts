import { describe, expect, test } from "vitest";
import type { CredentialSource } from "../../provider/client/credentials/CredentialSource.ts";
import { findCredentialSource } from "../../provider/client/credentials/findCredentialSource.ts";
import { readSettings } from "../../provider/client/readSettings.ts";
import type { Settings } from "../../provider/client/settings.ts";
import type { JsonObject } from "../../provider/core/json.ts";

type Env = Readonly<Record<string, string>>;

function find(settings: Settings, env: Env = {}): CredentialSource {
  return findCredentialSource({ settings, env, now: 0, warn: () => undefined });
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
  test("with its own token", () => {
    const tokens = { ALICLOUD_SECURITY_TOKEN: "token1", ALIBABA_CLOUD_SECURITY_TOKEN: "token2" };
    expect(keyOf({ ...configured, securityToken: "token0" }, tokens)?.securityToken).toBe("token0");
    expect(keyOf({}, { ...ALICLOUD, ...tokens })?.securityToken).toBe("token1");
    expect(keyOf({}, { ...ALIBABA_CLOUD, ALIBABA_CLOUD_SECURITY_TOKEN: "token2" })?.securityToken).toBe("token2");
  });
  // The alicloud provider signs with the first token that it finds, whatever the key is.
  test.each<[Settings, Env, string]>([
    [configured, { ALICLOUD_SECURITY_TOKEN: "hush" }, "accessKey, secretKey and securityToken"],
    [{}, { ...ALICLOUD, ALIBABA_CLOUD_SECURITY_TOKEN: "hush" }, "ALICLOUD_ACCESS_KEY, ALICLOUD_SECRET_KEY and"],
    [{}, { ...ALIBABACLOUD, ALICLOUD_SECURITY_TOKEN: "hush" }, "ALIBABACLOUD_ACCESS_KEY_ID, "],
    [
      {},
      { ...ALIBABA_CLOUD, ALIBABA_CLOUD_SECURITY_TOKEN: "own", ALICLOUD_SECURITY_TOKEN: "hush" },
      "ALIBABA_CLOUD_ACCESS_KEY_ID, ",
    ],
  ])("not with the token of another place, which is an error that names both: %j %j", (settings, env, place) => {
    const theirs = Object.keys(env).findLast((name) => env[name] === "hush") ?? "";
    expect(() => find(settings, env)).toThrow(`${theirs}: is set, and the key comes from ${place}`);
    expect(() => find(settings, env)).not.toThrow("hush");
  });
  test("without the white space around it", () => {
    const pasted = { ALICLOUD_ACCESS_KEY: " key1\n", ALICLOUD_SECRET_KEY: "secret1\r\n" };
    expect(keyOf({}, pasted)).toEqual({ accessKeyId: "key1", accessKeySecret: "secret1" });
    expect(readSettings({ accessKey: "key1\n", secretKey: "secret1 " }, new Set())).toEqual({
      accessKey: "key1",
      secretKey: "secret1",
    });
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
  ])(
    "of the configuration come before the same kind in the environment, and after its keys: %j",
    (settings, source) => {
      const sourcesOfKind: Readonly<Record<string, Env>> = {
        ecs: { ...ECS, ...OIDC },
        uri: { ...URI, ...ECS },
        oidc: OIDC,
      };
      expect(find(settings, sourcesOfKind[find(settings).kind])).toMatchObject(source);
      expect(find(settings, everything).kind).toBe("key");
    },
  );

  test("of the environment come after its keys: URI, ECS role, OIDC", () => {
    const roleOnly = { ALIBABA_CLOUD_ROLE_ARN: roleArn };
    expect(find({}, everything).kind).toBe("key");
    expect(find({}, { ...OIDC, ...ECS, ...URI })).toMatchObject({ kind: "uri", uri: "http://127.0.0.1:81/sts" });
    expect(find({}, { ...OIDC, ...ECS })).toMatchObject({ kind: "ecs", roleName: "node-role" });
    expect(find({}, OIDC)).toMatchObject({ kind: "oidc", role: { roleArn } });
    // A role alone is what other tools assume with other keys.
    expect(() => find({}, roleOnly)).toThrow("no Alibaba Cloud key");
    expect(find({}, { ALIBABA_CLOUD_ECS_METADATA: "other" })).toMatchObject({ kind: "ecs", roleName: "other" });
    expect(find({}, { ...URI, ALICLOUD_CREDENTIALS_URI: "http://127.0.0.1:82/" })).toMatchObject({
      uri: "http://127.0.0.1:82/",
    });
  });

  test("that are configured and not used are named in a warning", () => {
    const warnings: string[] = [];
    const settings = { ecsRoleName: "mine" };
    findCredentialSource({ settings, env: { ...ALICLOUD }, now: 0, warn: (message) => warnings.push(message) });
    findCredentialSource({ settings, env: {}, now: 0, warn: (message) => warnings.push(message) });
    expect(warnings).toEqual([
      "The key comes from ALICLOUD_ACCESS_KEY, ALICLOUD_SECRET_KEY and ALICLOUD_SECURITY_TOKEN, and not from " +
        "ecsRoleName: the alicloud provider's order is the same. If another account is meant, unset the former.",
    ]);
  });

  test("the metadata service is not asked when it is switched off", () => {
    const off = { ALIBABA_CLOUD_ECS_METADATA_DISABLED: "true" };
    expect(find({}, { ...ECS, ...URI, ...off }).kind).toBe("uri");
    expect(() => find({}, { ...ECS, ...OIDC, ...off })).toThrow(
      "ALICLOUD_ECS_ROLE_NAME: asks the ECS metadata service",
    );
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

  test("what the role's settings leave out, the environment may say", () => {
    const env = {
      ALIBABA_CLOUD_ROLE_ARN: "acs:ram::1:role/other",
      ALICLOUD_ASSUME_ROLE_ARN: roleArn,
      ALIBABA_CLOUD_ROLE_SESSION_NAME: "me",
      ALICLOUD_ASSUME_ROLE_SESSION_EXPIRATION: "1800",
    };
    expect(find({ ...configured, assumeRole: {} }, env)).toMatchObject({
      role: { roleArn, sessionName: "me", sessionExpiration: 1800 },
    });
    const oidc = { ...OIDC, ALIBABA_CLOUD_OIDC_TOKEN: "ignored beside the file" };
    expect(find({ assumeRoleWithOidc: {} }, oidc)).toMatchObject({
      kind: "oidc",
      oidcProviderArn,
      role: { roleArn },
      token: { file: "/run/token" },
    });
    const bad = { ...env, ALICLOUD_ASSUME_ROLE_SESSION_EXPIRATION: "soon" };
    expect(() => find({ ...configured, assumeRole: {} }, bad)).toThrow(
      "ALICLOUD_ASSUME_ROLE_SESSION_EXPIRATION: expected",
    );
  });

  // Hosts from the official API metadata of 2026-04.
  test.each<[Settings, Env, string]>([
    [{}, {}, "https://sts.aliyuncs.com"],
    [{ region: "cn-shanghai" }, {}, "https://sts.cn-shanghai.aliyuncs.com"],
    [{}, { ALICLOUD_REGION: "eu-west-1" }, "https://sts.eu-west-1.aliyuncs.com"],
    [{ region: "cn-shanghai", endpointType: "vpc" }, {}, "https://sts-vpc.cn-shanghai.aliyuncs.com"],
    [
      { region: "cn-shanghai" },
      { ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED: "true" },
      "https://sts-vpc.cn-shanghai.aliyuncs.com",
    ],
    [{ region: "cn-shanghai" }, { ALIBABA_CLOUD_STS_REGION: "us-west-1" }, "https://sts.us-west-1.aliyuncs.com"],
    [{ region: "ap-south-1" }, {}, "https://sts.aliyuncs.com"],
    [{ region: "cn-hangzhou-finance", endpointType: "vpc" }, {}, "https://sts.aliyuncs.com"],
    [{ region: "cn-shenzhen-finance-1" }, {}, "https://sts.aliyuncs.com"],
    [
      { region: "cn-shenzhen-finance-1", endpointType: "vpc" },
      {},
      "https://sts-vpc.cn-shenzhen-finance-1.aliyuncs.com",
    ],
    // The alicloud provider does not read these for roles.
    [{}, { STS_ENDPOINT: "sts.example", ALIBABA_CLOUD_ENDPOINT_STS: "sts.example" }, "https://sts.aliyuncs.com"],
    [{ region: "cn-shanghai", endpoints: { sts: "http://127.0.0.1:4012" } }, {}, "http://127.0.0.1:4012"],
  ])("STS is asked where the region's is: %j %j", (settings, env, url) => {
    expect(find({ ...configured, assumeRole: { roleArn }, ...settings }, env)).toMatchObject({ role: { stsUrl: url } });
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
    [{}, { ...OIDC, ALIBABA_CLOUD_ROLE_ARN: "" }, "ALIBABA_CLOUD_ROLE_ARN: is missing although ALIBABA_CLOUD_OIDC"],
    [{}, { ...OIDC, ALIBABA_CLOUD_OIDC_TOKEN_FILE: "" }, "ALIBABA_CLOUD_OIDC_TOKEN_FILE: is missing although"],
    [
      {},
      { ...OIDC, ALIBABA_CLOUD_OIDC_PROVIDER_ARN: "" },
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
  const pasted = { ALICLOUD_ACCESS_KEY: "LTAIpasted", ALICLOUD_SECRET_KEY: "pasted Secret" };
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
