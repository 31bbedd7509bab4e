import { beforeEach, describe, expect, test } from "vitest";
import { startAnswering } from "../support/network/answeringServer.ts";
import { startPlugin } from "../support/plugin/pluginClient.ts";
import { type FakeEngine, startFakeEngine } from "../support/plugin/pluginEngine.ts";
import { type Properties, secret } from "../support/plugin/pluginProperties.ts";
import { configuredPlugin, healthy, refusalOf, settingsFor, stale } from "../support/plugin/pluginScene.ts";
import { usePlugin } from "../support/plugin/usePlugin.ts";
import { findSecrets } from "../support/secrets/findSecrets.ts";

const { emulator, plugin } = await usePlugin();
let engine: FakeEngine;
beforeEach(async () => {
  engine = await startFakeEngine();
  return () => engine[Symbol.asyncDispose]();
});

const old = { maxAge: "26h" };
const hidden = { dbInstanceId: secret(stale) };

/** No text holds the value, in any form; and it does say that something was left out. */
function expectHidden(texts: readonly string[], value = stale): void {
  expect(texts.length).toBeGreaterThan(0);
  for (const text of texts) expect(findSecrets([{ where: text, text }], [value])).toEqual([]);
  expect(texts.join("\n")).toContain("[secret]");
}

describe("S3: the value of a secret input is in no text", () => {
  test.each([true, false])("of a gate's refusal, with preview %s", async (preview) => {
    const { details } = await refusalOf(plugin.create({ ...hidden, ...old }, { preview }));
    expectHidden([details]);
    expect(details).toMatch(/^\[secret\] \(cn-hangzhou\): no good backup: .* older than 26h\.\n/);
    expect(details).toContain("What to do: ");
  });

  test("of an update's or a deletion's", async () => {
    const news = { ...hidden, ...old };
    const change = { recorded: { verdict: "warn" }, before: news, news };
    const { details } = await refusalOf(plugin.update(change));
    const given = { ...news, denyDestroy: true };
    const deletion = await refusalOf(plugin.delete("gate", { ...given, verdict: "pass" }, given));
    expectHidden([details, deletion.details]);
  });

  test("of a function that finds none, or that the service refuses", async () => {
    const none = await refusalOf(plugin.invoke("rds:getLatestBackup", { ...hidden, ...old }));
    const unknown = await refusalOf(plugin.invoke("rds:getBackups", { dbInstanceId: secret("rm-nobodys") }));
    expectHidden([none.details]);
    expectHidden([unknown.details], "rm-nobodys");
    expect(unknown.details).toContain("DescribeBackups for [secret] failed: InvalidDBInstanceName.NotFound");
  });

  test("of a refusal that is asked for as data", async () => {
    const { result } = await plugin.invoke("rds:getLatestBackup", { ...hidden, ...old, __refusalAsData: true });
    expectHidden([String(result.__refusal)]);
  });

  test("of a report about several, some of them secret", async () => {
    const dbInstanceIds = [secret(stale), healthy];
    const { details } = await refusalOf(plugin.create({ dbInstanceIds, ...old, minCount: 9999 }));
    expectHidden([details]);
  });

  test("of a failure that names another property's value", async () => {
    const startTime = "2026-08-09T00:00:00Z";
    const { failures } = await plugin.invoke("rds:getBackups", {
      ...hidden,
      startTime,
      endTime: secret("2026-08-08T00:00:00Z"),
    });
    expect(failures).toEqual([{ property: "startTime", reason: expect.stringContaining("must be before endTime") }]);
    expectHidden(
      failures.map(({ reason }) => reason),
      "2026-08-08T00:00:00Z",
    );
  });

  test("of a warning or a status line", async () => {
    await using own = await configuredPlugin(emulator, [engine.address]);
    await own.create({ ...hidden, ...old, enforcement: "warn" });
    await refusalOf(own.create({ ...hidden, ...old, waitFor: "1s" }));
    await own.invoke("rds:getLatestBackup", { dbInstanceId: healthy, pin: secret("9999999999") });
    const texts = engine.messages.map(({ message }) => message);
    expectHidden([...texts]);
    expectHidden([...texts], "9999999999");
    expect(texts.length).toBeGreaterThanOrEqual(3);
  });

  test("of what the service repeats, however it is encoded", async () => {
    const databaseName = "orders+of/the=shop";
    const told = [databaseName, encodeURIComponent(databaseName), encodeURIComponent(encodeURIComponent(databaseName))];
    await using service = await startAnswering(() => ({
      status: 400,
      body: { Code: "InvalidParameter", Message: `${told.join(" ")} ${Buffer.from(databaseName).toString("base64")}` },
    }));
    await using own = await startPlugin();
    await own.configure({ ...settingsFor(emulator), endpoints: { rds: service.url } });
    const args: Properties = { dbInstanceId: healthy, databaseName: secret(databaseName) };
    const { details } = await refusalOf(own.invoke("rds:getLatestBackup", args));
    expectHidden([details], databaseName);
    expect(details).toContain(healthy);
  });

  test("of what the service repeats, wherever it is cut", async () => {
    const databaseName = "aDatabaseWhoseNameIsNobodysBusiness";
    for (const before of [300, 340, 360, 380, 395]) {
      const body = { Code: "InvalidParameter", Message: `${"x".repeat(before)} ${databaseName} and more`.repeat(3) };
      await using service = await startAnswering(() => ({ status: 400, body }));
      await using own = await startPlugin();
      await own.configure({ ...settingsFor(emulator), endpoints: { rds: service.url } });
      const args = { dbInstanceId: healthy, databaseName: secret(databaseName) };
      const { details } = await refusalOf(own.invoke("rds:getLatestBackup", args));
      expect(details).not.toContain("aDat");
    }
  });

  test("of the provider's configuration, whatever is asked later", async () => {
    await using own = await startPlugin();
    await own.configure({ ...settingsFor(emulator), region: secret("cn-hangzhou") });
    const { details } = await refusalOf(own.create({ dbInstanceId: stale, ...old }));
    const { details: unknown } = await refusalOf(own.invoke("rds:getBackups", { dbInstanceId: "rm-nobody" }));
    expectHidden([details, unknown], "cn-hangzhou");
    expect(details).toContain(`${stale} ([secret]): no good backup`);
  });

  test("but a result is what it is, and secret", async () => {
    emulator.change({ subject: stale }, { BackupDBNames: "orders, users", BackupLocation: "in orders" });
    const args = { ...hidden, databaseName: secret("orders") };
    const { result } = await plugin.invoke("rds:getLatestBackup", args);
    expect(result).toMatchObject({ backupLocation: { value: "in orders" }, backupDbNames: { value: "orders, users" } });
  });

  test("and the same value that is not secret is told to whoever gave it so", async () => {
    const [secretly, openly] = await Promise.all([
      refusalOf(plugin.create({ ...hidden, ...old })),
      refusalOf(plugin.create({ dbInstanceId: stale, ...old })),
    ]);
    expectHidden([secretly.details]);
    expect(openly.details).toContain(stale);
  });
});

test.each(["a", "is", "no", "the", "all", "3", "12", "-", "..", "    ", "a."])(
  "S3: a secret as short as a word, %j, leaves the text readable",
  async (databaseName) => {
    const given = { dbInstanceId: stale, ...old };
    const { details } = await refusalOf(plugin.create({ ...given, enforcement: secret("deny") }));
    const secretly = await refusalOf(plugin.create({ ...given, databaseName: secret(databaseName) }));
    expect(details).toContain("no good backup: the newest usable backup is");
    expect(secretly.details).toContain("no good backup: the newest usable backup is");
    expect(secretly.details).toContain("What to do: ");
  },
);

test("S3: a short secret that is no plain word is hidden where it stands alone", async () => {
  const row = { BackupScale: "db", BackupDBNames: "db1 db10" };
  await using own = await configuredPlugin(emulator);
  emulator.change({ subject: stale }, row);
  const { details } = await refusalOf(own.create({ dbInstanceId: stale, databaseName: secret("xy1") }));
  expect(details).toContain("not [secret]");
  expect(details).toContain("db1 db10");
});

describe("H2: an error of any length is told, and the connection lives on", () => {
  const zero = "\\u0000\\ud83d\\u001b[31m";
  test.each([
    ["a code", `{"Code":"${"C".repeat(100_000)}","Message":"m"}`],
    ["a message", `{"Code":"Forbidden.RAM","Message":"${"m".repeat(1_000_000)}"}`],
    ["a message of signs that take room", `{"Code":"Forbidden.RAM","Message":"${"😀".repeat(10_000)}"}`],
    ["a request ID", `{"Code":"Forbidden.RAM","Message":"m","RequestId":"${"R".repeat(100_000)}"}`],
    ["all of them, with NUL and colours", `{"Code":"C${zero.repeat(9999)}","Message":"${zero.repeat(99_999)}"}`],
    ["a code beside success", `{"Success":true,"Code":"${"C".repeat(100_000)}","TotalRecordCount":0,"Items":""}`],
    ["an echo", `{"TotalRecordCount":0,"DBInstanceId":"${"😀".repeat(9999)}","Items":""}`],
  ])("%s", async (_, body) => {
    await using service = await startAnswering(() => ({ status: body.includes("TotalRecordCount") ? 200 : 400, body }));
    await using own = await startPlugin();
    await own.configure({ ...settingsFor(emulator), endpoints: { rds: service.url }, maxRetryTimeout: 0 });

    const invoked = await refusalOf(own.invoke("rds:getMigrateTasks", { dbInstanceId: healthy }));
    const refused = await refusalOf(
      own.create({ dbInstanceId: healthy }, { urn: "urn:pulumi:t::p::alicloud-backups:rds:MigrateTaskGate::gate" }),
    );

    for (const { details, code } of [invoked, refused]) {
      expect(code).toBe(2);
      expect(details.length).toBeLessThan(1500);
      expect(details).toContain("What to do: ");
      expect(details.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
    }
    expect(await own.version()).toMatch(/^\d/);
    await own.configure(settingsFor(emulator));
    expect((await own.invoke("rds:getLatestBackup", { dbInstanceId: healthy })).result.backupId).toBeDefined();
  });

  test("a report about many instances ends with what to do, and stays under the limit", async () => {
    const ids = Array.from({ length: 200 }, (_, n) => `rm-${"x".repeat(100)}${n}`);
    const { details } = await refusalOf(plugin.create({ dbInstanceIds: ids }));
    expect(Buffer.byteLength(details)).toBeLessThan(8000);
    expect(details.split("\n")[0]).toContain("200 of 200");
    expect(await plugin.version()).toMatch(/^\d/);
  });
});

// The protocol's own library loses what is called `__proto__` on both sides.
test.each(["constructor", "toString", "valueOf", "hasOwnProperty"])("N9: an argument %s is not known", async (name) => {
  const args: Properties = JSON.parse(`{"dbInstanceId":"${healthy}","${name}":"x"}`);
  const reason = expect.stringContaining(`there is no argument ${name}`);
  expect((await plugin.invoke("rds:getBackups", args)).failures).toEqual([{ property: name, reason }]);
  expect((await plugin.check(args)).failures).toEqual([{ property: name, reason }]);
  const settings: Properties = JSON.parse(JSON.stringify(settingsFor(emulator)).replace("{", `{"${name}":"x",`));
  expect((await plugin.checkConfig(settings)).failures).toEqual([{ property: name, reason }]);
});
