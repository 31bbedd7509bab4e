import { afterAll, describe, expect, test } from "vitest";
import { demoCredentials, startEmulator } from "../../emulator/index.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { startPlugin } from "../support/plugin/pluginClient.ts";
import { type Properties, secret, unknownValue } from "../support/plugin/pluginProperties.ts";
import { healthy, latestHealthyBackup, refusalOf, settingsFor } from "../support/plugin/pluginScene.ts";

const key = demoCredentials.owner;
const emulator = await useEmulator(startEmulator);
const plugin = await startPlugin();
afterAll(() => plugin[Symbol.asyncDispose]());

describe("CheckConfig", () => {
  test("accepts what is right, and hands it on; a key is a secret from here on, however it was given", async () => {
    const settings: Properties = { ...settingsFor(emulator), secretKey: secret(key.secretKey), clientReadTimeout: 900 };

    const result = { ...settings, accessKey: secret(key.accessKey) };
    expect(await plugin.checkConfig(settings)).toEqual({ failures: [], result });
  });

  test("keeps a credentials URI as a secret: its path or query may be one", async () => {
    const credentialsUri = "https://helper.example/keys?token=of-this-pod";

    expect((await plugin.checkConfig({ credentialsUri })).result).toEqual({ credentialsUri: secret(credentialsUri) });
  });

  test("accepts nothing at all: all of it may come from the environment", async () => {
    expect((await plugin.checkConfig({})).failures).toEqual([]);
  });

  test.each([
    ["cn-hangzou", "cn-hangzhou"],
    ["CN-HANGZHOU", "cn-hangzhou"],
    ["eu-centrl-1", "eu-central-1"],
  ])("refuses the region %s and suggests %s", async (region, meant) => {
    const { failures } = await plugin.checkConfig({ region, accessKey: key.accessKey, secretKey: key.secretKey });

    expect(failures).toEqual([{ property: "region", reason: expect.stringContaining(`did you mean ${meant}?`) }]);
  });

  test("accepts an unknown region with skipRegionValidation, or with an explicit endpoint", async () => {
    const region = "cn-new-1";
    const endpoints = { rds: "https://rds.cn-new-1.aliyuncs.com" };

    expect((await plugin.checkConfig({ region, skipRegionValidation: true })).failures).toEqual([]);
    expect((await plugin.checkConfig({ region, endpoints })).failures).toEqual([]);
  });

  test.each(["ALIBABA_CLOUD_ENDPOINT_RDS", "RDS_ENDPOINT", "DBS_ENDPOINT"])(
    "N12: accepts an unknown region with an endpoint in %s",
    async (variable) => {
      await using started = await startPlugin([], { [variable]: "https://gateway.example" });
      const settings = { region: "me-central-1", ...key };

      expect((await started.checkConfig(settings)).failures).toEqual([]);
      await expect(started.configure(settings)).resolves.toBeDefined();
    },
  );

  test("N12: refuses one that is not in the table, without a guess at another continent", async () => {
    const { failures } = await plugin.checkConfig({ region: "me-newtown-1", ...key });

    const reason = expect.stringMatching(
      /^"me-newtown-1" is not in this version's table of regions, which has cn-.*skip/,
    );
    expect(failures).toEqual([{ property: "region", reason }]);
  });

  test("does not hold an unknown region against endpoints that are not known yet", async () => {
    const { failures } = await plugin.checkConfig({ region: "cn-new-1", endpoints: { rds: unknownValue } });

    expect(failures).toEqual([]);
  });

  test.each([
    ["http://rds.aliyuncs.com", "https://"],
    ["http://127.0.0.1.example.org:80", "https://"],
    ["ftp://127.0.0.1", "https://"],
    ["https://rds.aliyuncs.com/path", "leave out path"],
    ["https://rds.aliyuncs.com?Action=DeleteBackup", "leave out path, query"],
    ["https://user:hidden@rds.aliyuncs.com", "user name"],
    ["rds aliyuncs com", "expected an endpoint"],
  ])("refuses the endpoint %s", async (endpoint, reason) => {
    const { failures } = await plugin.checkConfig({ region: "cn-hangzhou", endpoints: { rds: endpoint } });

    expect(failures).toEqual([{ property: "endpoints.rds", reason: expect.stringContaining(reason) }]);
    expect(failures[0]?.reason).not.toContain("hidden");
  });

  test.each(["https://rds.aliyuncs.com", "rds.aliyuncs.com", "http://localhost:4010", "http://[::1]:4010"])(
    "accepts the endpoint %s",
    async (endpoint) => {
      expect((await plugin.checkConfig({ region: "cn-hangzhou", endpoints: { rds: endpoint } })).failures).toEqual([]);
    },
  );

  test("refuses a key without its secret, and a secret without its key", async () => {
    const region = "cn-hangzhou";

    const { failures: noSecret } = await plugin.checkConfig({ region, accessKey: key.accessKey });
    const { failures: noKey } = await plugin.checkConfig({ region, secretKey: secret(key.secretKey) });

    expect(noSecret).toEqual([{ property: "secretKey", reason: expect.stringContaining("accessKey") }]);
    expect(noKey).toEqual([{ property: "accessKey", reason: expect.stringContaining("secretKey") }]);
  });

  test("takes a half that is not known yet for one that will come", async () => {
    const half = { region: "cn-hangzhou", accessKey: key.accessKey, secretKey: unknownValue };

    expect((await plugin.checkConfig(half)).failures).toEqual([]);
  });

  test.each([
    ["acessKey", "accessKey"],
    ["secret_key", "secretKey"],
    ["endpoint", "endpoints"],
  ])("refuses the setting %s and suggests %s", async (misspelt, meant) => {
    const { failures } = await plugin.checkConfig({ region: "cn-hangzhou", [misspelt]: "x" });

    expect(failures).toEqual([{ property: misspelt, reason: expect.stringContaining(`did you mean ${meant}?`) }]);
  });

  test("refuses an unknown service among the endpoints", async () => {
    const { failures } = await plugin.checkConfig({ endpoints: { rsd: "https://rds.aliyuncs.com" } });

    expect(failures).toEqual([{ property: "endpoints", reason: expect.stringContaining("rsd") }]);
  });

  test.each([
    ["clientReadTimeout", "soon"],
    ["clientReadTimeout", 0],
    ["clientConnectTimeout", -1],
    ["maxRetryTimeout", 1.5],
    ["skipRegionValidation", "perhaps"],
    ["region", 5],
  ])("B35: refuses %s: %s", async (property, value) => {
    const { failures } = await plugin.checkConfig({ [property]: value });

    expect(failures).toEqual([{ property, reason: expect.any(String) }]);
  });

  test("tells all mistakes at once", async () => {
    const wrong = { regoin: "cn-hangzhou", clientReadTimeout: "soon", skipRegionValidation: "perhaps" };

    const { failures } = await plugin.checkConfig(wrong);

    expect(failures.map(({ property }) => property).sort()).toEqual(Object.keys(wrong).sort());
  });

  test.each(["accessKey", "secretKey", "securityToken"])("never repeats a wrong %s", async (property) => {
    const given = { accessKey: "LTAI5tSomeKeyOfMine0000", secretKey: "someSecretOfMine", securityToken: "CAISmine" };

    const { failures } = await plugin.checkConfig({ ...given, [property]: secret("hush hush\n") });

    expect(failures).toEqual([{ property, reason: expect.stringContaining("white space") }]);
    expect(JSON.stringify(failures)).not.toContain("hush");
  });

  test.each(["region", "clientReadTimeout"])("never repeats a wrong %s that came as a secret", async (property) => {
    const { failures } = await plugin.checkConfig({ [property]: secret("hush-hush") });

    expect(failures).toEqual([{ property, reason: expect.any(String) }]);
    expect(JSON.stringify(failures)).not.toContain("hush");
  });
});

describe("Configure", () => {
  const read = () => plugin.invoke("rds:getLatestBackup", { dbInstanceId: healthy });
  const credentials = { region: "cn-hangzhou", ...key };

  const forms: readonly (readonly [string, (url: string) => Properties])[] = [
    [
      "values of their own types",
      (url) => ({ endpoints: { rds: url }, maxRetryTimeout: 30, skipRegionValidation: true }),
    ],
    [
      "JSON text, as the engine sends structured values",
      (url) => ({ endpoints: JSON.stringify({ rds: url }), maxRetryTimeout: "30", skipRegionValidation: "true" }),
    ],
    ["text, as `pulumi config set` writes it", (url) => ({ endpoints: { rds: url }, skipRegionValidation: "TRUE" })],
    ["pulumi-alicloud's list of one", (url) => ({ endpoints: [{ rds: url, dbs: "" }] })],
    ["pulumi-alicloud's list of one as JSON text", (url) => ({ endpoints: JSON.stringify([{ rds: url }]) })],
    [
      "secrets, outside and inside",
      (url) => ({ endpoints: secret({ rds: secret(url) }), maxRetryTimeout: secret("30") }),
    ],
  ];

  test.each(forms)("B36, B37: takes %s", async (_, settings) => {
    const configuration = { ...credentials, ...settings(emulator.url) };

    expect((await plugin.checkConfig(configuration)).failures).toEqual([]);
    await plugin.configure(configuration);

    expect(await read()).toMatchObject({ failures: [], result: { backupId: latestHealthyBackup } });
  });

  test("unwraps secret keys, and signs with them", async () => {
    const { accessKey, secretKey, securityToken } = demoCredentials.temporary;
    const wrapped = {
      accessKey: secret(accessKey),
      secretKey: secret(secretKey),
      securityToken: secret(securityToken),
      endpoints: { rds: emulator.url },
    };
    await plugin.configure({ region: "cn-hangzhou", ...wrapped });

    await expect(read()).resolves.toMatchObject({ result: { backupId: latestHealthyBackup } });
  });

  test("takes effect again when it is sent again", async () => {
    await using other = await startEmulator();
    other.repeat({ subject: healthy, where: { BackupMethod: "Physical" } }, { BackupId: "42" });
    await plugin.configure(settingsFor(emulator));
    await plugin.configure(settingsFor(other));

    expect((await read()).result.backupId).toBe("42");
  });

  test("leaves missing halves and regions to the lookup, which names them before anything is sent", async () => {
    await plugin.configure({ endpoints: { rds: emulator.url } });
    const { failures: noRegion } = await read();
    await plugin.configure({ region: "cn-hangzhou", endpoints: { rds: emulator.url } });
    const { failures: noKey } = await read();

    expect(noRegion).toEqual([
      { property: "region", reason: expect.stringContaining("pulumi config set alicloud-backups:region") },
    ]);
    expect(noRegion[0]?.reason).toContain("alicloud:region");
    expect(noKey).toEqual([{ property: "accessKey", reason: expect.stringContaining("ALICLOUD_ACCESS_KEY") }]);
    expect(emulator.requests()).toEqual([]);
  });
});

describe("W10: a region that the endpoint does not serve", () => {
  const vpc = "https://rds-vpc.cn-hangzhou.aliyuncs.com";
  const elsewhere = { dbInstanceId: healthy, region: "cn-shanghai" };
  const reason = [
    `cn-shanghai is not served by ${vpc} (set by endpoints.rds), which serves cn-hangzhou (the provider's region).`,
    'To ask in cn-shanghai, unset endpoints.rds (with endpointType: "vpc" each region\'s VPC endpoint is used), write',
    "{region} into it if each region has such a host, or use a second Provider with that region and its own endpoint;",
    "to ask in cn-hangzhou, leave out region",
  ].join(" ");
  const configure = () => plugin.configure({ region: "cn-hangzhou", ...key, endpoints: { rds: vpc } });

  test.each([
    ["getBackups", elsewhere],
    ["getBackup", { ...elsewhere, backupId: latestHealthyBackup }],
    ["getLatestBackup", elsewhere],
    ["getLatestBackup", { ...elsewhere, pin: latestHealthyBackup }],
    ["getBackupReadiness", elsewhere],
    ["getBackupReadiness", { dbInstanceIds: [healthy, "rm-b"], region: "cn-shanghai" }],
    ["getBackupDownload", { ...elsewhere, backupId: latestHealthyBackup }],
    ["getOssDownloads", { ...elsewhere, migrateTaskId: "1" }],
  ] as const)("%s %j names the argument", async (name, args) => {
    await configure();

    expect(await plugin.invoke(`rds:${name}`, args)).toEqual({
      result: {},
      failures: [{ property: "region", reason }],
    });
  });

  test.each(["deny", "warn"])("a gate with enforcement %s is refused, in preview and up", async (enforcement) => {
    await configure();

    for (const preview of [true, false]) {
      const { details } = await refusalOf(plugin.create({ ...elsewhere, enforcement }, { preview }));
      expect(details).toBe(`region: ${reason}`);
    }
  });

  test("one that is not known to be served: the provider's region is what tells", async () => {
    await plugin.configure({ ...key, endpoints: { rds: "https://proxy.example" } });

    const { failures } = await plugin.invoke("rds:getBackups", elsewhere);

    expect(failures).toEqual([
      { property: "region", reason: expect.stringContaining("pulumi config set alicloud-backups:region cn-shanghai") },
    ]);
  });

  test("on this machine every region is served, and names the answer", async () => {
    await plugin.configure(settingsFor(emulator));
    emulator.addSubject("rm-uf60000000000shan", "cn-shanghai");

    const { failures } = await plugin.invoke("rds:getBackups", { ...elsewhere, dbInstanceId: "rm-uf60000000000shan" });

    expect(failures).toEqual([]);
    expect(emulator.requests()).toHaveLength(1);
  });
});

describe("the environment", () => {
  const families = [
    ["ALICLOUD_REGION", "ALICLOUD_ACCESS_KEY", "ALICLOUD_SECRET_KEY"],
    ["ALIBABA_CLOUD_REGION", "ALIBABA_CLOUD_ACCESS_KEY_ID", "ALIBABA_CLOUD_ACCESS_KEY_SECRET"],
    ["ALIBABA_CLOUD_REGION", "ALIBABACLOUD_ACCESS_KEY_ID", "ALIBABACLOUD_ACCESS_KEY_SECRET"],
  ] as const;

  test.each(families)("%s, %s and %s are enough", async (region, accessKey, secretKey) => {
    const env = { [region]: "cn-hangzhou", [accessKey]: key.accessKey, [secretKey]: key.secretKey };
    await using started = await startPlugin([], env);
    await started.configure({ endpoints: { rds: emulator.url } });

    const { result } = await started.invoke("rds:getLatestBackup", { dbInstanceId: healthy });

    expect(result).toMatchObject({ backupId: latestHealthyBackup, region: "cn-hangzhou" });
  });

  test.each([
    [{ ALICLOUD_ACCESS_KEY: key.accessKey }, "ALICLOUD_SECRET_KEY"],
    [{ ALICLOUD_ACCESS_KEY: key.accessKey, ALIBABA_CLOUD_ACCESS_KEY_SECRET: key.secretKey }, "ALICLOUD_SECRET_KEY"],
    [{ ALIBABA_CLOUD_ACCESS_KEY_SECRET: key.secretKey }, "ALIBABA_CLOUD_ACCESS_KEY_ID"],
  ])("half a key in %o is refused, never completed from elsewhere", async (env, missing) => {
    await using started = await startPlugin([], env);
    await started.configure({ region: "cn-hangzhou", endpoints: { rds: emulator.url } });

    const { failures } = await started.invoke("rds:getLatestBackup", { dbInstanceId: healthy });

    expect(failures).toEqual([{ property: missing, reason: expect.stringContaining("missing") }]);
    expect(emulator.requests()).toEqual([]);
  });
});

describe("DiffConfig", () => {
  test("never asks for a replacement", async () => {
    const before = settingsFor(emulator);
    const news = { ...before, region: "cn-shanghai", accessKey: "other", secretKey: "other" };

    expect(await plugin.diffConfig(before, before)).toMatchObject({ changes: "none", replaces: [] });
    expect(await plugin.diffConfig(before, news)).toMatchObject({ changes: "some", replaces: [] });
    expect(await plugin.diffConfig(before, { ...before, region: unknownValue })).toMatchObject({ replaces: [] });
  });
});

test("after a Configure that was refused nobody is asked, though the environment has a key", async () => {
  const { accessKey, secretKey } = key;
  const settings = settingsFor(emulator);
  const environment = { ALICLOUD_ACCESS_KEY: accessKey, ALICLOUD_SECRET_KEY: secretKey, RDS_ENDPOINT: emulator.url };
  await using other = await startPlugin([], { ...environment, ALICLOUD_REGION: "cn-hangzhou" });
  await other.configure(settings);
  await expect(other.configure({ profile: "other-account", accessKey: "x" })).rejects.toThrow("accessKey");

  const asked = other.invoke("rds:getBackups", { dbInstanceId: healthy });

  await expect(asked).rejects.toThrow("The provider is not configured");
  expect(emulator.requests()).toEqual([]);
});
