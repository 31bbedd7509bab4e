import { describe, expect, test } from "vitest";
import { secret } from "../support/plugin/pluginProperties.ts";
import { day, healthy, latestHealthyBackup, refusalOf } from "../support/plugin/pluginScene.ts";
import { usePlugin } from "../support/plugin/usePlugin.ts";

const { emulator, plugin } = await usePlugin();

const fresh = { dbInstanceId: healthy, maxAge: "26h" };

describe("null is as if not given", () => {
  const nothing = { minCount: null, pin: null, dbInstanceIds: null };

  test("to a function", async () => {
    const { result, failures } = await plugin.invoke("rds:getBackupReadiness", { ...fresh, ...nothing });

    expect(failures).toEqual([]);
    expect(result).toMatchObject({ verdict: "pass", backupId: latestHealthyBackup });
  });
  test("to a gate", async () => {
    const inputs = { ...fresh, ...nothing, enforcement: null, denyDestroy: null };

    expect((await plugin.check(inputs)).failures).toEqual([]);
    expect((await plugin.create(inputs)).properties).toMatchObject({ verdict: "pass", backupId: latestHealthyBackup });
  });
  test("where something is required", async () => {
    expect((await plugin.check({ dbInstanceId: null })).failures).toEqual([
      { property: "dbInstanceId", reason: expect.stringContaining("is required") },
    ]);
  });
});

describe("a secret input", () => {
  const inputs = { ...fresh, dbInstanceId: secret(healthy) };
  const told = {
    verdict: "pass",
    dbInstanceId: secret(healthy),
    backupId: secret(latestHealthyBackup),
    backup: secret(expect.objectContaining({ backupId: latestHealthyBackup, dbInstanceId: healthy })),
    place: secret(`cn-hangzhou at ${emulator.url}`),
    recoveryPointTime: secret(expect.stringMatching(/^20..-..-..T..:..:..Z$/)),
  };

  test("makes what it led to secret; verdict and ID tell nothing", async () => {
    const { id, properties } = await plugin.create(inputs);

    expect(properties).toEqual({ ...fresh, ...told });
    expect(id).not.toContain(healthy);
    expect(id).not.toBe("");
  });
  test("in an update too", async () => {
    const { properties } = await plugin.create(fresh);

    expect(await plugin.update({ recorded: { ...properties }, before: fresh, news: inputs })).toMatchObject(told);
  });
});

test("Delete without old inputs finds denyDestroy in what was recorded", async () => {
  const { id, properties } = await plugin.create({ ...fresh, denyDestroy: true });
  const recorded = { ...properties };
  await plugin.delete(id, recorded, {});
  emulator.age({ subject: healthy }, 3 * day);

  expect((await refusalOf(plugin.delete(id, recorded, {}))).details).toContain("older than 26h");
});

test("Delete without old inputs asks about the newest tasks: the one that was recorded need not have been named", async () => {
  const erp = "rm-bp1erp00migrate01";
  const urn = "urn:pulumi:test::project::alicloud-backups:rds:MigrateTaskGate::migrated";
  // In the seed the recorded task has succeeded, and another one is Running.
  const recorded = { dbInstanceId: erp, denyDestroy: true, verdict: "pass", migrateTaskId: "564522107" };

  const { details } = await refusalOf(plugin.delete(erp, recorded, {}, urn));
  expect(details).toMatch(/migrate task 564522140 .*it is Running/);
});
