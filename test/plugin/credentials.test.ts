import { afterAll, describe, expect, test } from "vitest";
import { demoCredentials, startEmulator } from "../../emulator/index.ts";
import { type ProfileHome, profileHome } from "../support/fixtures/profileHome.ts";
import { handedOut, keyReply, temporaryKey } from "../support/fixtures/temporaryKeys.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { startAnswering } from "../support/network/answeringServer.ts";
import { leadMetadata, startMetadata } from "../support/network/metadataService.ts";
import { type Plugin, startPlugin } from "../support/plugin/pluginClient.ts";
import { startFakeEngine } from "../support/plugin/pluginEngine.ts";
import { type Properties, secret, unknownValue } from "../support/plugin/pluginProperties.ts";
import { healthy, hour, latestHealthyBackup, refusalOf } from "../support/plugin/pluginScene.ts";
import { findSecrets } from "../support/secrets/findSecrets.ts";

const { owner } = demoCredentials;
const roleArn = "acs:ram::123456789012:role/backup-reader";
const oidcProviderArn = "acs:ram::123456789012:oidc-provider/ci";

const credentials = [owner, ...[0, 1, 2, 3].map(temporaryKey)];
const emulator = await useEmulator(() => startEmulator({ credentials }));
const plugin = await startPlugin();
afterAll(async () => {
  expect(leaked(plugin)).toEqual([]);
  await plugin[Symbol.asyncDispose]();
});

const args = { dbInstanceId: healthy };
const place = (): Properties => ({ region: "cn-hangzhou", endpoints: { rds: emulator.url, dbs: emulator.url } });
const found = { failures: [], result: { backupId: latestHealthyBackup } };

/** What of the keys that were handed out, or stand in profiles, this plugin has printed. */
function leaked({ process }: Plugin) {
  const printed = [
    { where: "stdout", text: process.stdout() },
    { where: "stderr", text: process.stderr() },
  ];
  return findSecrets(printed, [...handedOut, ...Object.values(owner)]);
}

const startHelper = () => startAnswering((_, before) => ({ body: keyReply(before, Date.now() + hour) }));
const startSts = () =>
  startAnswering((_, before) => ({ body: { RequestId: "1", Credentials: keyReply(before, Date.now() + hour) } }));

describe("a profile", () => {
  const profiles = { ci: { mode: "AK", access_key_id: owner.accessKey, access_key_secret: owner.secretKey } };
  const inHome = ({ home }: ProfileHome) => startPlugin([], { HOME: home });

  test("that the configuration names", async () => {
    using home = profileHome(profiles);
    await using started = await inHome(home);
    const configuration = { ...place(), profile: "ci" };

    expect((await started.checkConfig(configuration)).failures).toEqual([]);
    await started.configure(configuration);

    expect(await started.invoke("rds:getLatestBackup", args)).toMatchObject(found);
  });

  test("of the aliyun CLI is used unasked, unless that is switched off", async () => {
    using home = profileHome(profiles);
    await using asked = await startPlugin([], { HOME: home.home, ALIBABA_CLOUD_CLI_PROFILE_DISABLED: "false" });
    await asked.configure(place());
    expect(await asked.invoke("rds:getLatestBackup", args)).toMatchObject(found);

    await using off = await inHome(home);
    await off.configure(place());
    const { failures } = await off.invoke("rds:getLatestBackup", args);
    expect(failures).toEqual([{ property: "accessKey", reason: expect.stringContaining("alicloud-backups:profile") }]);
  });

  test.each([
    ["that is not there", "prod", profiles, 'there is no profile "prod" in FILE'],
    ["of a file that is no JSON", "ci", `{"profiles": [\n${owner.secretKey}`, "FILE is not JSON: look at line 2"],
    [
      "that runs a command",
      "ci",
      { ci: { mode: "External", process_command: owner.secretKey } },
      "this package runs none",
    ],
  ])("%s is a failure of the lookup, and nothing is sent", async (_, profile, content, reason) => {
    using home = profileHome(content);
    await using started = await inHome(home);
    await started.configure({ ...place(), profile });

    const { failures } = await started.invoke("rds:getLatestBackup", args);

    const told = failures.map((each) => ({ ...each, reason: each.reason.replaceAll(home.file, "FILE") }));
    expect(told).toEqual([{ property: "profile", reason: expect.stringContaining(reason) }]);
    expect(JSON.stringify(failures)).not.toContain(owner.secretKey);
    expect(emulator.requests()).toEqual([]);
  });

  test("in a file that others may read: a warning, once", async () => {
    using home = profileHome(profiles, 0o666);
    await using engine = await startFakeEngine();
    await using started = await startPlugin([engine.address], { HOME: home.home });
    await started.configure({ ...place(), profile: "ci" });

    await started.invoke("rds:getLatestBackup", args);
    await started.invoke("rds:getBackups", args);

    const warnings = engine.messages.filter(({ severity }) => severity === "warning");
    expect(warnings.map(({ message }) => message)).toEqual([expect.stringContaining(`${home.file} holds keys`)]);
  });
});

describe("a source", () => {
  test("that is a URI, in the built plugin", async () => {
    await using helper = await startHelper();
    await plugin.configure({ ...place(), credentialsUri: helper.url });

    const all = await Promise.all(["rds:getLatestBackup", "rds:getBackups"].map((name) => plugin.invoke(name, args)));

    expect(all).toMatchObject([found, { failures: [] }]);
    expect(helper.asked).toHaveLength(1);
  });

  test("that is the role of an ECS instance, in the built plugin, which prints no key for DEBUG=*", async () => {
    await using metadata = await startMetadata(() => ({ body: keyReply(0, Date.now() + hour) }));
    const env = { DEBUG: "*", METADATA_PORT: String(metadata.port), NODE_OPTIONS: `--import=${leadMetadata}` };
    await using started = await startPlugin([], env);
    await started.configure({ ...place(), ecsRoleName: "node-role" });

    expect(await started.invoke("rds:getLatestBackup", args)).toMatchObject(found);
    expect(metadata.asked).toHaveLength(2);
    expect(leaked(started)).toEqual([]);
  });

  test.each<[string, (assumed: Properties) => Properties]>([
    ["an object", (assumed) => ({ assumeRole: { ...assumed } })],
    ["JSON text", (assumed) => ({ assumeRole: JSON.stringify(assumed) })],
    ["a list of one", (assumed) => ({ assumeRole: [{ ...assumed, policy: "" }] })],
    ["a secret, outside and inside", () => ({ assumeRole: secret({ roleArn: secret(roleArn) }) })],
  ])("that is a role, configured as %s", async (_, settings) => {
    await using sts = await startSts();
    const endpoints = { rds: emulator.url, sts: sts.url };
    const configuration = { ...place(), ...owner, endpoints, ...settings({ roleArn }) };
    expect((await plugin.checkConfig(configuration)).failures).toEqual([]);
    await plugin.configure(configuration);

    expect(await plugin.invoke("rds:getLatestBackup", args)).toMatchObject(found);
    expect(sts.asked).toMatchObject([{ form: { Action: "AssumeRole", RoleArn: roleArn } }]);
    expect(emulator.requests()[0]?.parameters.AccessKeyId).toBe(temporaryKey(0).accessKey);
  });

  test("that is OIDC: its token is a secret from CheckConfig on", async () => {
    await using sts = await startSts();
    const oidcToken = "eyJhbGciOiJSUzI1NiJ9.of.mine";
    const assumeRoleWithOidc = { roleArn, oidcProviderArn, oidcToken };
    const configuration = { ...place(), endpoints: { rds: emulator.url, sts: sts.url }, assumeRoleWithOidc };

    const { result } = await plugin.checkConfig(configuration);
    expect(result.assumeRoleWithOidc).toEqual(secret(assumeRoleWithOidc));
    await plugin.configure(configuration);

    expect(await plugin.invoke("rds:getLatestBackup", args)).toMatchObject(found);
    expect(sts.asked).toMatchObject([{ form: { OIDCToken: oidcToken } }]);
  });

  test("that gives no key: the lookup fails, the verdict is unknown, a gate is refused", async () => {
    await using helper = await startAnswering(() => ({
      body: { AccessKeyId: "half", AccessKeySecret: owner.secretKey },
    }));
    await plugin.configure({ ...place(), credentialsUri: `${helper.url}/${temporaryKey(0).secretKey}` });

    const { details } = await refusalOf(plugin.invoke("rds:getLatestBackup", args));
    const { result } = await plugin.invoke("rds:getBackupReadiness", { ...args, maxAge: "26h" });
    const gate = await refusalOf(plugin.create({ ...args, maxAge: "26h" }));

    for (const text of [details, result.report, gate.details].map(String)) {
      expect(text).toContain(`no key came from credentialsUri (${helper.url}): what it answered is not a key.`);
      expect(findSecrets([{ where: "text", text }], [...handedOut, ...Object.values(owner)])).toEqual([]);
    }
    expect(result).toMatchObject({ verdict: "unknown", reasons: [{ terminal: true }] });
    expect(emulator.requests()).toEqual([]);
  });

  test("that never answers does not outlive a cancel", async () => {
    await using helper = await startAnswering(() => "never");
    await using started = await startPlugin();
    await started.configure({ ...place(), credentialsUri: helper.url });
    const running = refusalOf(started.invoke("rds:getLatestBackup", args));
    while (helper.asked.length === 0) await new Promise(setImmediate);

    await started.cancel();

    expect((await running).details).toContain("cancelled");
  });
});

describe("CheckConfig", () => {
  test.each<[Properties, string, string]>([
    [{ profile: "ci", accessKey: owner.accessKey, secretKey: owner.secretKey }, "profile", "is set beside accessKey"],
    [{ ecsRoleName: "a", credentialsUri: "https://b.example" }, "credentialsUri", "is set beside ecsRoleName"],
    [{ assumeRole: { roleArn: "reader" } }, "assumeRole.roleArn", "expected the ARN of a RAM role"],
    [{ assumeRoleWithOidc: { roleArn, oidcProviderArn } }, "assumeRoleWithOidc.oidcTokenFile", "give either"],
    [{ endpoints: { sts: "http://sts.aliyuncs.com" } }, "endpoints.sts", "https://"],
    [{ asumeRole: "x" }, "asumeRole", "did you mean assumeRole?"],
  ])("refuses %o", async (settings, property, reason) => {
    const { failures } = await plugin.checkConfig({ region: "cn-hangzhou", ...settings });
    expect(failures).toEqual([{ property, reason: expect.stringContaining(reason) }]);
  });

  test("never repeats a wrong token", async () => {
    const assumeRoleWithOidc = { roleArn, oidcProviderArn, oidcToken: "hush hush" };
    const { failures } = await plugin.checkConfig({ assumeRoleWithOidc });
    expect(failures).toEqual([
      { property: "assumeRoleWithOidc.oidcToken", reason: expect.stringContaining("white space") },
    ]);
    expect(JSON.stringify(failures)).not.toContain("hush");
  });

  test.each<Properties>([
    { assumeRole: { roleArn: unknownValue } },
    { assumeRole: { roleArn, externalId: secret(unknownValue) } },
    { assumeRole: unknownValue },
    { assumeRoleWithOidc: { roleArn, oidcProviderArn: unknownValue, oidcTokenFile: "/run/token" } },
    { profile: unknownValue },
  ])("takes what is not known yet for something that will come: %o", async (settings) => {
    expect((await plugin.checkConfig(settings)).failures).toEqual([]);
  });
});

describe("a configuration that is not known yet", () => {
  test.each<[string, Properties]>([
    ["assumeRole", { ...owner, assumeRole: { roleArn: unknownValue } }],
    ["assumeRole", { ...owner, assumeRole: secret({ roleArn, externalId: unknownValue }) }],
    ["profile", { ...owner, profile: unknownValue }],
    ["accessKey", { accessKey: unknownValue, secretKey: owner.secretKey }],
  ])("%s: no lookup is made with what is left of it", async (property, settings) => {
    const env = { ALICLOUD_ACCESS_KEY: owner.accessKey, ALICLOUD_SECRET_KEY: owner.secretKey };
    await using started = await startPlugin([], env);
    await started.configure({ ...place(), ...settings });

    const { failures } = await started.invoke("rds:getLatestBackup", args);

    expect(failures).toEqual([{ property, reason: expect.stringContaining("not known yet") }]);
    expect(emulator.requests()).toEqual([]);
  });
});
