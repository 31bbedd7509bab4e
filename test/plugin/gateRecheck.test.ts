import { describe, expect, test } from "vitest";
import type { Properties } from "../support/plugin/pluginProperties.ts";
import { healthy, latestHealthyBackup, refusalOf, stale } from "../support/plugin/pluginScene.ts";
import { usePlugin } from "../support/plugin/usePlugin.ts";

const { emulator, plugin } = await usePlugin();

const erp = "rm-bp1erp00migrate01";
/** It succeeded in the seed. */
const done = "564522107";
const urn = "urn:pulumi:test::project::alicloud-backups:rds:MigrateTaskGate::gate";

async function passed(inputs: Properties, type?: string) {
  const { properties } = await plugin.create(inputs, type === undefined ? {} : { urn: type });
  expect(properties.verdict).toBe("pass");
  emulator.clearRequests();
  const gate = { recorded: { ...properties }, before: inputs, news: inputs };
  return type === undefined ? gate : { ...gate, urn: type };
}

describe("a task that vanished after the gate passed", () => {
  const inputs = { dbInstanceId: erp, migrateTaskId: done };

  test("does not block later deployments: it is not even asked for", async () => {
    const gate = await passed(inputs, urn);
    emulator.remove({ id: done });

    expect(await plugin.diff(gate)).toEqual({ changes: "none", properties: [], replaces: [] });
    expect(await plugin.read(erp, gate.recorded, inputs, urn)).toMatchObject({ properties: gate.recorded });
    expect(emulator.requests()).toEqual([]);
  });
  test('blocks them under "always", though refresh keeps the gate', async () => {
    const always = { ...inputs, recheck: "always" };
    const gate = await passed(always, urn);
    emulator.remove({ id: done });

    expect(await plugin.diff(gate)).toMatchObject({ changes: "some", replaces: [] });
    for (const preview of [true, false]) {
      const { details } = await refusalOf(plugin.update(gate, { preview }));
      expect(details).toContain(`migrate task ${done} does not exist, or no longer exists`);
    }
    expect(await plugin.read(erp, gate.recorded, always, urn)).toMatchObject({
      id: erp,
      properties: { verdict: "fail" },
    });
  });
  test("counts again when the inputs change", async () => {
    const gate = await passed(inputs, urn);
    emulator.remove({ id: done });
    const changed = { ...gate, news: { ...inputs, maxAge: "30d" } };

    expect(await plugin.diff(changed)).toMatchObject({ changes: "some", properties: ["maxAge"] });
    expect((await refusalOf(plugin.update(changed))).details).toContain("does not exist, or no longer exists");
  });
  test("keeps its ID, state and time in what was recorded", async () => {
    const { recorded } = await passed(inputs, urn);

    expect(recorded).toMatchObject({ migrateTaskId: done, migrateTask: { status: "Success", dbName: "erp_hr" } });
    expect(recorded).toMatchObject({ migrateTask: { createTime: expect.stringMatching(/^20..-..-..T..:..:..Z$/) } });
  });
});

test('a backup gate with "untilPassed" stays passed, and asks nothing', async () => {
  const gate = await passed({ dbInstanceId: healthy, maxAge: "26h", recheck: "untilPassed" });
  emulator.change({ subject: healthy, newest: 30 }, { BackupStatus: "Failed" });

  expect(await plugin.diff(gate)).toMatchObject({ changes: "none" });
  expect(emulator.requests()).toEqual([]);
});

test('"untilPassed" does not excuse a gate that went on with a warning', async () => {
  const inputs = { dbInstanceId: stale, maxAge: "26h", recheck: "untilPassed", enforcement: "warn" };
  const { properties: recorded } = await plugin.create(inputs);

  expect(await plugin.diff({ recorded: { ...recorded }, before: inputs, news: inputs })).toMatchObject({
    changes: "some",
  });
});

describe("pin", () => {
  /** The last but one of the good ones. */
  const pinned = () =>
    String(emulator.records({ subject: healthy, where: { BackupMethod: "Physical" } })[1]?.row.BackupId);

  test("that backup is judged and recorded, though there is a newer one", async () => {
    const { recorded } = await passed({ dbInstanceId: healthy, pin: pinned() });

    expect(recorded.backupId).toBe(pinned());
    expect(recorded.backupId).not.toBe(latestHealthyBackup);
  });
  test.each<readonly [string, (id: string) => void, string]>([
    ["vanished", (id) => emulator.remove({ id }), "does not exist, or no longer exists"],
    ["is not available any more", (id) => emulator.change({ id }, { IsAvail: 0 }), "not available for a restore"],
    ["has failed", (id) => emulator.change({ id }, { BackupStatus: "Failed" }), "the backup failed"],
  ])("refused when it %s, whatever newer ones there are", async (_, happens, says) => {
    const pin = pinned();
    const gate = await passed({ dbInstanceId: healthy, pin });
    happens(pin);

    expect(await plugin.diff(gate)).toMatchObject({ changes: "some" });
    const { details } = await refusalOf(plugin.update(gate));
    expect(details).toContain(says);
    expect(details).toContain(pin);
  });
});
