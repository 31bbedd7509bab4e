import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { CredentialSource } from "../../provider/client/credentials/CredentialSource.ts";
import { findCredentialSource } from "../../provider/client/credentials/findCredentialSource.ts";
import type { Settings } from "../../provider/client/settings.ts";
import { NOW } from "../support/fixtures/backups.ts";
import { type ProfileHome, profileHome } from "../support/fixtures/profileHome.ts";

const key = { access_key_id: "LTAI5tOfAProfile0000", access_key_secret: "plantedSecretOfAProfile" };
const signs = { accessKeyId: key.access_key_id, accessKeySecret: key.access_key_secret };
const roleArn = "acs:ram::123456789012:role/reader";
const AK = { mode: "AK", ...key };

interface Looked {
  readonly settings?: Settings;
  readonly env?: Readonly<Record<string, string>>;
  readonly warn?: (message: string) => void;
}

function find(
  { home }: ProfileHome,
  { settings = {}, env = {}, warn = () => undefined }: Looked = {},
): CredentialSource {
  return findCredentialSource({ settings, env: { HOME: home, ...env }, now: NOW, warn });
}

/** What is said about the profile `bad`; fails when the file's content is repeated. */
function complaint(profiles: string | Readonly<Record<string, object>>): string {
  using home = profileHome(profiles);
  try {
    find(home, { settings: { profile: "bad" } });
  } catch (error) {
    const message = String(error);
    expect(message).not.toMatch(/planted|LTAI/);
    return message.replaceAll(home.file, "FILE");
  }
  throw new Error("Expected an error.");
}

describe("modes", () => {
  test.each<[string, object, object]>([
    ["AK", { ...AK, sts_token: "left over" }, { kind: "key", credentials: signs }],
    ["AK, in another case", { ...AK, mode: "ak" }, { kind: "key", credentials: signs }],
    [
      "StsToken",
      { ...key, mode: "StsToken", sts_token: "tokenOfMine" },
      { kind: "key", credentials: { ...signs, securityToken: "tokenOfMine" } },
    ],
    [
      "RamRoleArn",
      {
        ...key,
        mode: "RamRoleArn",
        ram_role_arn: roleArn,
        ram_session_name: "me",
        expired_seconds: 900,
        external_id: "x",
      },
      {
        kind: "role",
        role: {
          roleArn,
          sessionName: "me",
          sessionExpiration: 900,
          externalId: "x",
          stsUrl: "https://sts.aliyuncs.com",
        },
        base: { kind: "key", credentials: signs },
      },
    ],
    [
      "RamRoleArn of a region",
      { ...key, mode: "RamRoleArn", ram_role_arn: roleArn, sts_region: "cn-beijing" },
      { role: { stsUrl: "https://sts.cn-beijing.aliyuncs.com", sessionName: "pulumi-alicloud-backups" } },
    ],
    [
      "RamRoleArn of a VPC, with a policy",
      { ...key, mode: "RamRoleArn", ram_role_arn: roleArn, sts_region: "cn-beijing", enable_vpc: true, policy: "{}" },
      { role: { stsUrl: "https://sts-vpc.cn-beijing.aliyuncs.com", policy: "{}" } },
    ],
    [
      "RamRoleArn of a region without an STS of its own",
      { ...key, mode: "RamRoleArn", ram_role_arn: roleArn, sts_region: "ap-south-1" },
      { role: { stsUrl: "https://sts.aliyuncs.com" } },
    ],
    ["EcsRamRole", { mode: "EcsRamRole", ram_role_name: "node-role" }, { kind: "ecs", roleName: "node-role" }],
    [
      "RamRoleArnWithRoleName",
      { mode: "RamRoleArnWithRoleName", ram_role_name: "node-role", ram_role_arn: roleArn },
      { kind: "role", role: { roleArn }, base: { kind: "ecs" } },
    ],
    [
      "OIDC",
      { mode: "OIDC", ram_role_arn: roleArn, oidc_provider_arn: "acs:provider", oidc_token_file: "/run/token" },
      { kind: "oidc", oidcProviderArn: "acs:provider", token: { file: "/run/token" }, role: { roleArn } },
    ],
    ["CredentialsURI", { mode: "CredentialsURI", credentials_uri: "http://127.0.0.1:8/x" }, { kind: "uri" }],
    [
      "CloudSSO, whose last key is still valid",
      { ...key, mode: "CloudSSO", sts_token: "tokenOfMine", sts_expiration: NOW / 1000 + 60 },
      { kind: "key", credentials: { ...signs, securityToken: "tokenOfMine" } },
    ],
    [
      "OAuth, whose last key is still valid",
      { ...key, mode: "OAuth", sts_token: "tokenOfMine", sts_expiration: NOW / 1000 + 60 },
      { kind: "key", credentials: { ...signs, securityToken: "tokenOfMine" } },
    ],
    ["AK with a line end", { ...AK, access_key_secret: `${key.access_key_secret}\n` }, { credentials: signs }],
  ])("%s", (_, profile, source) => {
    using home = profileHome({ ci: profile });
    expect(find(home)).toMatchObject(source);
    expect(find(home).origin).toContain(`profile ci in ${home.file}`);
  });

  test("a chain of roles begins with the key of its last profile", () => {
    const chained = { mode: "ChainableRamRoleArn", ram_role_arn: roleArn };
    using home = profileHome({
      top: { ...chained, source_profile: "middle" },
      middle: { ...chained, source_profile: "ground" },
      ground: AK,
    });
    const ground = { kind: "key", credentials: signs };
    expect(find(home)).toMatchObject({ kind: "role", base: { kind: "role", base: ground } });
  });

  test.each<[string, object, string]>([
    ["External", { mode: "External", process_command: "planted command" }, "run the command in the pipeline, and set"],
    [
      "OAuth without a key that is still valid",
      { mode: "OAuth", oauth_access_token: "planted" },
      "has no OAuth key that is still valid: run `aliyun sts GetCallerIdentity --profile bad`",
    ],
    ["RsaKeyPair", { mode: "RsaKeyPair" }, "RsaKeyPair, which Alibaba Cloud has given up"],
    [
      "CloudSSO, whose key has ended",
      { ...key, mode: "CloudSSO", sts_token: "planted", sts_expiration: NOW / 1000 },
      "run `aliyun sts GetCallerIdentity --profile bad`",
    ],
    [
      "an unknown one",
      { ...key, mode: "planted mode" },
      "a mode that this package does not know: known are AK, StsToken,",
    ],
    ["none", key, "lacks what it needs, or has it in the wrong type: mode"],
    ["a key of the wrong type", { ...AK, access_key_secret: 5 }, "in the wrong type: access_key_secret"],
    [
      "AK without a key",
      { mode: "AK" },
      "has no access_key_id and no access_key_secret: run `aliyun configure --profile bad",
    ],
    [
      "AK with half a key",
      { ...AK, access_key_secret: "" },
      "access_key_secret: is missing although access_key_id is set",
    ],
    ["AK with a blank in it", { ...AK, access_key_secret: "planted secret" }, "access_key_secret: holds white space"],
    ["StsToken without a token", { ...key, mode: "StsToken" }, "has no sts_token"],
    ["RamRoleArn without a role", { ...key, mode: "RamRoleArn" }, "has no ram_role_arn"],
    ["RamRoleArn without a key", { mode: "RamRoleArn", ram_role_arn: roleArn }, "has no access_key_id"],
  ])("refused: %s", (_, profile, message) => expect(complaint({ bad: profile })).toContain(message));
});

describe("files", () => {
  test.each([
    [
      "no JSON, with the line",
      '{"current": "bad",\n"profiles": [\n{"name": planted}]}',
      "profile: FILE is not JSON: look at line 3",
    ],
    ["cut off", '{"current": "bad",\n"profiles": [ "planted', "FILE is not JSON: look at line 2"],
    ["empty", " \n", 'there is no profile "bad" in FILE; it has none'],
    ["INI", "[planted]\ntype = access_key", "FILE is an INI file, as the SDKs' credentials file is"],
    ["INI with a comment", "# planted\n\n[default]\n", "FILE is an INI file"],
    ["a list that ends early", "[1, 2", "FILE is not JSON: look at line 1"],
    ["other JSON", '["planted"]', "FILE has no list of profiles"],
    ["profiles without names", '{"profiles":[{"mode":"planted"}]}', "FILE has no list of profiles with names"],
    ["no profiles", '{"profiles":[]}', 'there is no profile "bad" in FILE; it has none'],
  ])("B33: %s", (_, content, message) => expect(complaint(content)).toContain(message));

  test("an unknown profile names the known ones, and the nearest", () => {
    expect(complaint({ dab: AK, prod: AK })).toContain(
      'there is no profile "bad" in FILE: did you mean dab?; it has dab, prod',
    );
  });

  test("a byte order mark does no harm", () => {
    using home = profileHome(`\uFEFF${JSON.stringify({ current: "a", profiles: [{ name: "a", ...AK }] })}`);
    expect(find(home)).toMatchObject({ credentials: signs });
  });

  test("a missing file is named", () => {
    using home = profileHome({ ci: AK });
    rmSync(home.file);
    expect(() => find(home, { settings: { profile: "ci" } })).toThrow(`profile: there is no file ${home.file}`);
    expect(() => find(home, { env: { ALICLOUD_PROFILE: "ci" } })).toThrow(`ALICLOUD_PROFILE: there is no file`);
    expect(() => find(home, { settings: { sharedCredentialsFile: join(home.home, "gone") } })).toThrow(
      `sharedCredentialsFile: there is no file ${join(home.home, "gone")}`,
    );
    expect(() => find(home)).toThrow("no Alibaba Cloud key");
  });

  test("a folder in place of the file is named", () => {
    using home = profileHome({ ci: AK });
    expect(() => find(home, { settings: { sharedCredentialsFile: home.home } })).toThrow("cannot be read (EISDIR)");
  });

  test.runIf(process.platform !== "win32").each([
    [0o666, 1],
    [0o644, 1],
    [0o600, 0],
    [0o400, 0],
  ])("B34: mode %o, which Windows does not have: %i warnings", (mode, count) => {
    using home = profileHome({ ci: AK }, mode);
    const warnings: string[] = [];
    find(home, { warn: (message) => warnings.push(message) });
    expect(warnings).toHaveLength(count);
    for (const warning of warnings) {
      expect(warning).toContain(`${home.file} holds keys`);
      expect(warning).toContain(`(mode ${mode.toString(8)}): run chmod 600`);
    }
  });
});

describe("which profile", () => {
  const other = { mode: "AK", access_key_id: "otherKey", access_key_secret: "otherSecret" };
  const profiles = { first: AK, second: other };
  const idOf = (source: CredentialSource) => (source.kind === "key" ? source.credentials.accessKeyId : source.kind);
  const looked = (looking: Looked) => {
    using home = profileHome(profiles);
    return idOf(find(home, looking));
  };

  test("the configured one, then ALICLOUD_PROFILE, then ALIBABA_CLOUD_PROFILE, then the current one", () => {
    const [first, second] = [key.access_key_id, "otherKey"];
    expect(looked({ settings: { profile: "second" }, env: { ALICLOUD_PROFILE: "first" } })).toBe(second);
    expect(looked({ env: { ALICLOUD_PROFILE: "second", ALIBABA_CLOUD_PROFILE: "first" } })).toBe(second);
    expect(looked({ env: { ALIBABA_CLOUD_PROFILE: "second" } })).toBe(second);
    expect(looked({})).toBe(first);
  });

  test("a key of the environment comes before any profile, and a warning names both", () => {
    const env = { ALICLOUD_ACCESS_KEY: "envKey", ALICLOUD_SECRET_KEY: "envSecret" };
    const warnings: string[] = [];
    const warn = (message: string) => warnings.push(message);
    expect(looked({ settings: { profile: "second" }, env, warn })).toBe("envKey");
    expect(looked({ env: { ...env, ALICLOUD_PROFILE: "second" }, warn })).toBe("envKey");
    expect(warnings).toEqual([
      expect.stringMatching(/^The key comes from ALICLOUD_ACCESS_KEY, .* and not from profile second: the alicloud/),
      expect.stringMatching(/^The key comes from ALICLOUD_ACCESS_KEY, .* and not from ALICLOUD_PROFILE second: /),
    ]);
  });

  test("the current one is not looked for when that is switched off; a named one is", () => {
    const env = { ALIBABA_CLOUD_CLI_PROFILE_DISABLED: "true" };
    expect(() => looked({ env })).toThrow("no Alibaba Cloud key");
    expect(looked({ env: { ...env, ALICLOUD_PROFILE: "second" } })).toBe("otherKey");
  });

  test("in the configured file, or that of the environment, also below ~", () => {
    using home = profileHome(profiles);
    using elsewhere = profileHome({ only: other });
    const settings = { sharedCredentialsFile: elsewhere.file };
    const env = { ALICLOUD_SHARED_CREDENTIALS_FILE: elsewhere.file };
    expect(idOf(find(home, { settings }))).toBe("otherKey");
    expect(idOf(find(home, { env }))).toBe("otherKey");
    // The configuration says which file, the environment which of its profiles.
    expect(looked({ settings: { sharedCredentialsFile: home.file }, env: { ALICLOUD_PROFILE: "second" } })).toBe(
      "otherKey",
    );
    expect(idOf(find(home, { settings: { sharedCredentialsFile: "~/.aliyun/config.json" }, env }))).toBe(
      key.access_key_id,
    );
  });

  test("a profile never lends an identity the halves of the environment", () => {
    using home = profileHome({ half: { mode: "AK", access_key_id: "onlyKey" } });
    const env = { ALIBABA_CLOUD_ACCESS_KEY_SECRET: "envSecret", ALIBABA_CLOUD_ACCESS_KEY_ID: "envKey" };
    expect(idOf(find(home, { settings: { profile: "half" }, env }))).toBe("envKey");
    expect(() => find(home, { settings: { profile: "half" } })).toThrow("access_key_secret: is missing");
    const secretOnly = { ALIBABA_CLOUD_ACCESS_KEY_SECRET: "envSecret" };
    expect(() => find(home, { settings: { profile: "half" }, env: secretOnly })).toThrow(
      "ALIBABA_CLOUD_ACCESS_KEY_ID: is missing",
    );
  });
});
