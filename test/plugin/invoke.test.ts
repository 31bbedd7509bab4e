import { describe, expect, test } from "vitest";
import { demoCredentials } from "../../emulator/index.ts";
import { type Properties, secret, unknownValue } from "../support/plugin/pluginProperties.ts";
import {
  configuredPlugin,
  day,
  failed,
  healthy,
  hour,
  latestHealthyBackup,
  refusalOf,
  settingsFor,
  stale,
} from "../support/plugin/pluginScene.ts";
import { usePlugin } from "../support/plugin/usePlugin.ts";

const { emulator, plugin } = await usePlugin();

/** The time of a row's ConsistentTime as a program sees it. */
function recoveryPointOf(id: string): string {
  const [record] = emulator.records({ id });
  return new Date(Number(record?.row.ConsistentTime) * 1000).toISOString().replace(".000Z", "Z");
}

describe("the four functions", () => {
  test("getLatestBackup: the newest full physical backup, not the newer one of a single database", async () => {
    const { result, failures } = await plugin.invoke("rds:getLatestBackup", { dbInstanceId: healthy });

    expect(failures).toEqual([]);
    expect(result).toMatchObject({
      backupId: latestHealthyBackup,
      dbInstanceId: healthy,
      region: "cn-hangzhou",
      backupStatus: "Success",
      backupMethod: "Physical",
      backupSize: 46495481113,
      isAvail: true,
      recoveryPointTime: recoveryPointOf(latestHealthyBackup),
      pinned: false,
      usable: true,
    });
  });

  test("getLatestBackup: the newest failed one does not count", async () => {
    const { result } = await plugin.invoke("rds:getLatestBackup", { dbInstanceId: failed });

    expect(result).toMatchObject({ backupId: "2205037039", backupStatus: "Success" });
  });

  test("getBackups: all of them, newest first, and their IDs", async () => {
    const { result } = await plugin.invoke("rds:getBackups", { dbInstanceId: failed });

    const expected = emulator.records({ subject: failed }).map(({ row }) => String(row.BackupId));
    expect(expected).toHaveLength(16);
    expect(result.ids).toEqual(expected);
    expect(result.backups).toEqual(expected.map((backupId) => expect.objectContaining({ backupId })));
  });

  test("getBackup: the one with this ID, whatever its state", async () => {
    const { result } = await plugin.invoke("rds:getBackup", { dbInstanceId: failed, backupId: "2205074287" });

    expect(result).toMatchObject({ backupId: "2205074287", backupStatus: "Failed", region: "cn-hangzhou" });
  });

  test("getBackupReadiness: a pass, with its evidence", async () => {
    const { result } = await plugin.invoke("rds:getBackupReadiness", { dbInstanceId: healthy, maxAge: "26h" });

    expect(result).toMatchObject({
      evaluated: true,
      verdict: "pass",
      reasons: [],
      backupId: latestHealthyBackup,
      backup: { backupId: latestHealthyBackup, region: "cn-hangzhou" },
    });
    // The seed's newest consistent moment was 8 h 34 min 57 s before the seed was written.
    expect(result.ageSeconds).toBeGreaterThanOrEqual(30_896);
    expect(result.ageSeconds).toBeLessThan(30_960);
  });

  test("getBackupReadiness: a refusal is an answer and no error", async () => {
    const { result } = await plugin.invoke("rds:getBackupReadiness", { dbInstanceId: stale, maxAge: "26h" });

    expect(result).toMatchObject({
      evaluated: true,
      verdict: "fail",
      reasons: [{ rule: "maxAge", terminal: false, message: expect.stringContaining("older than") }],
      backupId: "905832409",
      report: expect.stringContaining("What to do"),
    });
  });

  test("no answer is the verdict unknown, never a pass and no error", async () => {
    emulator.inject({ kind: "error", status: 403, code: "Forbidden.RAM", message: "not allowed" });

    const { result } = await plugin.invoke("rds:getBackupReadiness", { dbInstanceId: healthy });

    expect(result).toMatchObject({ evaluated: true, verdict: "unknown", reasons: [{ terminal: true }] });
  });

  test("no result holds a link, a signature or a request ID", async () => {
    const lists = await plugin.invoke("rds:getBackups", { dbInstanceId: healthy });
    const latest = await plugin.invoke("rds:getLatestBackup", { dbInstanceId: healthy });

    expect(JSON.stringify([lists, latest])).not.toMatch(/https?:|Signature|Expires=|RequestId/i);
  });
});

describe("mistakes in the arguments come back as failures, and nothing is sent", () => {
  const mistakes: readonly (readonly [string, string, Properties, string, string])[] = [
    ["a missing instance", "getLatestBackup", {}, "dbInstanceId", "is required"],
    ["an empty instance", "getLatestBackup", { dbInstanceId: "" }, "dbInstanceId", "empty text"],
    ["null for an instance", "getLatestBackup", { dbInstanceId: null }, "dbInstanceId", "is required"],
    ["an object for an instance", "getLatestBackup", { dbInstanceId: { id: "x" } }, "dbInstanceId", "an object"],
    [
      "a smuggled parameter",
      "getLatestBackup",
      { dbInstanceId: "rm-1&Action=Delete" },
      "dbInstanceId",
      "expected an ID",
    ],
    [
      "a wrong enum",
      "getBackups",
      { dbInstanceId: healthy, backupStatus: "success" },
      "backupStatus",
      "did you mean Success?",
    ],
    [
      "a time without zone",
      "getBackups",
      { dbInstanceId: healthy, startTime: "2026-08-01 00:00" },
      "startTime",
      "with its zone",
    ],
    [
      "an impossible date",
      "getBackups",
      { dbInstanceId: healthy, startTime: "2026-02-30T00:00:00Z" },
      "startTime",
      "expected a time",
    ],
    [
      "a bare number as time",
      "getBackups",
      { dbInstanceId: healthy, startTime: 1_790_000_000 },
      "startTime",
      "expected text",
    ],
    [
      "a duration without unit",
      "getLatestBackup",
      { dbInstanceId: healthy, maxAge: "26" },
      "maxAge",
      "expected a duration",
    ],
    ["a duration of nothing", "getLatestBackup", { dbInstanceId: healthy, maxAge: "0h" }, "maxAge", "longer than zero"],
    ["a page size of 7", "getBackups", { dbInstanceId: healthy, pageSize: 7 }, "pageSize", "30, 50, 100"],
    ["a count of one half", "getBackupReadiness", { dbInstanceId: healthy, minCount: 0.5 }, "minCount", "whole number"],
    [
      "an unknown region",
      "getBackup",
      { dbInstanceId: healthy, backupId: "1", region: "" },
      "region",
      "must not be empty",
    ],
  ];

  test.each(mistakes)("%s", async (_, name, args, property, reason) => {
    const { failures, result } = await plugin.invoke(`rds:${name}`, args);

    expect(failures).toEqual([{ property, reason: expect.stringContaining(reason) }]);
    expect(result).toEqual({});
    expect(emulator.requests()).toEqual([]);
  });

  test("a misspelt argument, beside the one that is missing through it", async () => {
    const { failures } = await plugin.invoke("rds:getLatestBackup", { dbInstanceID: healthy });

    expect(failures).toContainEqual({
      property: "dbInstanceID",
      reason: expect.stringContaining("did you mean dbInstanceId?"),
    });
    expect(failures).toContainEqual({ property: "dbInstanceId", reason: "is required" });
    expect(emulator.requests()).toEqual([]);
  });

  test("a reversed window names both ends", async () => {
    const window = { startTime: "2026-08-02T00:00:00Z", endTime: "2026-08-01T00:00:00Z" };

    const { failures } = await plugin.invoke("rds:getBackups", { dbInstanceId: healthy, ...window });

    expect(failures).toEqual([{ property: "startTime", reason: expect.stringMatching(/startTime.*endTime/) }]);
    expect(emulator.requests()).toEqual([]);
  });

  test("B30: names that every object has are data like any other", async () => {
    const odd: Properties = JSON.parse(`{"dbInstanceId": "${healthy}", "constructor": 1, "toString": 2}`);

    const { failures } = await plugin.invoke("rds:getLatestBackup", odd);

    expect(failures.map(({ property }) => property)).toEqual(["constructor", "toString"]);
  });

  test("B7: a value that is not known yet, also deep inside, is named and not sent", async () => {
    const { failures } = await plugin.invoke("rds:getLatestBackup", { dbInstanceId: unknownValue }, { preview: true });
    const { failures: hidden } = await plugin.invoke("rds:getLatestBackup", { dbInstanceId: secret(unknownValue) });

    expect(failures).toEqual([{ property: "dbInstanceId", reason: expect.stringContaining("not known yet") }]);
    expect(hidden).toEqual(failures);
    expect(emulator.requests()).toEqual([]);
  });

  test("a wrong secret argument is not repeated", async () => {
    const { failures } = await plugin.invoke("rds:getLatestBackup", { dbInstanceId: secret("hush hush") });

    expect(failures).toEqual([{ property: "dbInstanceId", reason: expect.any(String) }]);
    expect(JSON.stringify(failures)).not.toContain("hush");
  });
});

describe("secrets", () => {
  const wrapped = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value: expect.anything() };

  test("B6: a secret argument makes every output secret", async () => {
    const { result } = await plugin.invoke("rds:getLatestBackup", { dbInstanceId: secret(healthy) });

    expect(result.backupId).toEqual(secret(latestHealthyBackup));
    const wrapped = {
      "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
      value: expect.anything(),
    };
    expect(Object.values(result)).toEqual(Object.keys(result).map(() => wrapped));
    expect(JSON.stringify(emulator.requests()[0]?.parameters)).toContain(healthy);
  });

  test("links are secret whatever was asked with, and everything beside them", async () => {
    const asked = { dbInstanceId: healthy, backupId: latestHealthyBackup };

    const { result } = await plugin.invoke("rds:getBackupDownload", asked);

    const [record] = emulator.records({ id: latestHealthyBackup });
    expect(result).toMatchObject({
      backupId: secret(latestHealthyBackup),
      backupDownloadUrl: secret(String(record?.row.BackupDownloadURL)),
      region: secret("cn-hangzhou"),
    });
    expect(Object.values(result)).toEqual(Object.keys(result).map(() => wrapped));
  });

  test("links of single databases come with their names, and expire with the first of them", async () => {
    const asked = { dbInstanceId: healthy, backupId: "1894640926" };

    const { result } = await plugin.invoke("rds:getBackupDownload", asked);

    const [record] = emulator.records({ id: "1894640926" });
    const [, expires] = /Expires=(\d+)/.exec(JSON.stringify(record?.row)) ?? [];
    expect(result).toMatchObject({
      backupId: secret("1894640926"),
      backupDownloadLinkByDb: secret([expect.objectContaining({ databaseName: "orders" })]),
      expiresAt: secret(new Date(Number(expires) * 1000).toISOString().replace(".000Z", "Z")),
    });
  });

  test("without one nothing is", async () => {
    const { result } = await plugin.invoke("rds:getLatestBackup", { dbInstanceId: healthy });

    expect(JSON.stringify(result)).not.toContain("4dabf18193072939515e22adb298388d");
  });
});

describe("everything else that goes wrong is an error that tells the whole story", () => {
  test("B8: an unknown function, with the nearest one", async () => {
    const { details } = await refusalOf(plugin.invoke("rds:getLatestBackups", { dbInstanceId: healthy }));

    expect(details).toContain("alicloud-backups:rds:getLatestBackups");
    expect(details).toContain("did you mean alicloud-backups:rds:getLatestBackup?");
  });

  test("a denied permission", async () => {
    await using denied = await configuredPlugin(emulator);
    await denied.configure(settingsFor(emulator, demoCredentials.powerless));

    const { details } = await refusalOf(denied.invoke("rds:getBackups", { dbInstanceId: healthy }));

    expect(details).toMatch(new RegExp(`^DescribeBackups for ${healthy} failed: Forbidden.RAM`));
    for (const part of ["HTTP 403", "RequestId ", "region cn-hangzhou", emulator.url, "1 attempt", " s\n"]) {
      expect(details).toContain(part);
    }
    expect(details.split("\n").at(-1)).toContain("grant the RAM action rds:DescribeBackups");
    expect(details).not.toContain(demoCredentials.powerless.accessKey);
  });

  test("a wrong signature, without the string that was signed", async () => {
    await using wrong = await configuredPlugin(emulator);
    await wrong.configure(settingsFor(emulator, { ...demoCredentials.owner, secretKey: "aWrongSecretKey0000000000" }));

    const { details } = await refusalOf(wrong.invoke("rds:getBackups", { dbInstanceId: healthy }));

    expect(details).toContain("SignatureDoesNotMatch");
    expect(details).toContain("check accessKey, secretKey and securityToken");
    expect(details).not.toContain(demoCredentials.owner.accessKey);
    expect(details).not.toContain("aWrongSecretKey");
  });

  test("an unknown instance", async () => {
    const { details } = await refusalOf(plugin.invoke("rds:getBackups", { dbInstanceId: "rm-nowhere" }));

    expect(details).toContain("DescribeBackups for rm-nowhere failed: InvalidDBInstance");
    expect(details).toContain("lives in region cn-hangzhou");
  });

  test("a reply that is not JSON", async () => {
    await plugin.configure({ ...settingsFor(emulator), maxRetryTimeout: 0 });
    emulator.inject({ kind: "html" });

    const { details } = await refusalOf(plugin.invoke("rds:getBackups", { dbInstanceId: healthy }));

    expect(details).toContain("not a JSON object but begins with: <html>");
    expect(emulator.requests()).toHaveLength(1);
  });

  test("a list that is short of its total", async () => {
    emulator.setModes({ totals: { lie: 50 } });

    const { details } = await refusalOf(plugin.invoke("rds:getBackups", { dbInstanceId: healthy }));

    expect(details).toContain("could not be read as a whole in 2 passes");
  });

  test("a list that is not there", async () => {
    await plugin.configure({ ...settingsFor(emulator), maxRetryTimeout: 0 });
    emulator.inject({
      kind: "rewrite",
      rewrite: ({ Items: _, ...rest }) => ({ ...rest, TotalRecordCount: null }),
      times: 9,
    });

    const { details } = await refusalOf(plugin.invoke("rds:getBackups", { dbInstanceId: healthy }));

    expect(details).toContain("DescribeBackups");
  });

  test("no good backup: instance, region, window and the rule that refused each row", async () => {
    emulator.change({ subject: healthy }, { BackupStatus: "Failed" });

    const { details } = await refusalOf(plugin.invoke("rds:getLatestBackup", { dbInstanceId: healthy }));

    const [headline, ...rest] = details.split("\n");
    expect(headline).toContain(`${healthy} (cn-hangzhou)`);
    expect(rest.join("\n")).toContain(latestHealthyBackup);
    expect(rest.join("\n")).toContain("the backup failed");
    expect(rest.at(-1)).toContain("What to do");
    expect(details.split("\n").length).toBeLessThanOrEqual(12);
  });

  test("an ID that is not there", async () => {
    const { details } = await refusalOf(plugin.invoke("rds:getBackup", { dbInstanceId: healthy, backupId: "404404" }));

    expect(details).toContain("404404");
    expect(details).toContain("What to do");
  });
});

describe("the refusal as data, for the SDK's Output form", () => {
  const asData = { __refusalAsData: true };

  test("a refusal is the answer", async () => {
    emulator.age({ subject: healthy }, 3 * day);
    const args = { dbInstanceId: healthy, maxAge: "26h" };

    const { details } = await refusalOf(plugin.invoke("rds:getLatestBackup", args));
    const { result, failures } = await plugin.invoke("rds:getLatestBackup", { ...args, ...asData });

    expect(failures).toEqual([]);
    expect(Object.keys(result)).toEqual(["__refusal"]);
    // The report tells the time until which it looked; everything else is the same text.
    const timeless = (text: unknown) =>
      String(text)
        .replace(/until \S+/, "until now")
        .replace(/from \S+/, "from then");
    expect(timeless(result.__refusal)).toBe(timeless(details));
  });

  test("so is a mistake, naming the property", async () => {
    const { result, failures } = await plugin.invoke("rds:getLatestBackup", { dbInstanceID: healthy, ...asData });

    expect(failures).toEqual([]);
    expect(result.__refusal).toContain("dbInstanceID: there is no argument dbInstanceID: did you mean dbInstanceId?");
  });

  test("and an answer is the answer", async () => {
    const { result } = await plugin.invoke("rds:getLatestBackup", { dbInstanceId: healthy, ...asData });

    expect(result.backupId).toBe(latestHealthyBackup);
    expect(result).not.toHaveProperty("__refusal");
    expect(result).not.toHaveProperty("__refusalAsData");
  });

  test("is not in the schema", async () => {
    expect(JSON.stringify(await plugin.schema())).not.toContain("__refusal");
  });
});

describe("a pin", () => {
  test("keeps an ID that has expired, and tells so", async () => {
    emulator.change({ id: latestHealthyBackup }, { ExpectExpireTime: new Date(emulator.now() - hour).toISOString() });

    const { result } = await plugin.invoke("rds:getLatestBackup", { dbInstanceId: healthy, pin: latestHealthyBackup });

    expect(result).toMatchObject({ backupId: latestHealthyBackup, pinned: true, usable: false });
  });
});
