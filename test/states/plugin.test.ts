import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { startPlugin } from "../support/plugin/pluginClient.ts";
import { day, refusalOf, settingsFor } from "../support/plugin/pluginScene.ts";
import { outputsIn, recordedGate, recordedState } from "./recorded.ts";
import { BILL, ERP, PLAN, SHOP, WIKI } from "./scene.ts";
import { startScene, stillClock } from "./startScene.ts";

/** Gates that 0.1.0 recorded, and the plugin of now. */
const emulator = await startScene();
const plugin = await startPlugin([], stillClock);
beforeEach(() => emulator.reset());
afterAll(async () => {
  await plugin[Symbol.asyncDispose]();
  await emulator.close();
});

const configure = (region: string) => plugin.configure({ ...settingsFor(emulator), region });
beforeEach(() => configure("cn-hangzhou"));

/** Those whose question is asked again on every run. */
const asking = [
  "backup",
  "protectedBackup",
  "manyBackups",
  "pinnedBackup",
  "newestBackup",
  "secretBackup",
  "conditionalBackup",
  "beijingBackup",
];
/** Those that ask no more: they passed with `untilPassed`, or they are off. */
const silent = [
  "offBackup",
  "migrateTask",
  "protectedMigrateTask",
  "ossDownload",
  "downloadTask",
  "backupSetDownloadTask",
];

test("every recorded gate has its tests here", () => {
  expect([...asking, ...silent].sort()).toEqual(Object.keys(outputsIn(recordedState("plugin"))).sort());
});

describe.each([...asking, ...silent])("the recorded %s", (name) => {
  const gate = recordedGate(name);
  // The provider of this gate has a region of its own.
  beforeEach(() => configure(name === "beijingBackup" ? "cn-beijing" : "cn-hangzhou"));

  test("is kept by a refresh, with what it recorded", async () => {
    const kept = { id: gate.id, properties: gate.recorded, inputs: gate.before };

    expect(await plugin.read(gate.id, gate.recorded, gate.before, gate.urn)).toEqual(kept);
  });

  test("is no change with the same inputs", async () => {
    const difference = await plugin.diff({ ...gate, news: gate.before });

    expect(difference).toEqual({ changes: "none", properties: [], replaces: [] });
    expect(emulator.requests().length > 0).toBe(asking.includes(name));
  });

  test("is updated when an input changed, and records the same again", async () => {
    const change = { ...gate, news: { ...gate.before, lookback: "20d" } };
    const changed = { changes: "some", properties: ["lookback"], replaces: [] };

    expect(await plugin.check(change.news, gate.urn)).toEqual({ failures: [], result: change.news });
    expect(await plugin.diff(change)).toEqual(changed);
    for (const preview of [true, false]) {
      // A later version may record more.
      expect(await plugin.update(change, { preview })).toMatchObject({ ...gate.recorded, lookback: "20d" });
    }
  });

  test("is deleted", async () => {
    await plugin.delete(gate.id, gate.recorded, gate.before, gate.urn);
  });
});

test.each(["migrateTask", "ossDownload", "downloadTask", "backupSetDownloadTask"])(
  "the recorded %s, which passed untilPassed, stands after its task vanished, and asks nothing",
  async (name) => {
    const gate = recordedGate(name);
    for (const subject of [ERP, BILL, PLAN]) emulator.remove({ subject });

    expect((await plugin.diff({ ...gate, news: gate.before })).changes).toBe("none");
    expect((await plugin.read(gate.id, gate.recorded, gate.before, gate.urn)).properties).toEqual(gate.recorded);
    await plugin.delete(gate.id, gate.recorded, gate.before, gate.urn);
    expect(emulator.requests()).toEqual([]);
  },
);

describe("the recorded denyDestroy", () => {
  const refusalToDelete = async (name: string) => {
    const { id, recorded, before, urn } = recordedGate(name);
    const { details } = await refusalOf(plugin.delete(id, recorded, before, urn));
    expect(details).toContain("The gate has denyDestroy");
    return details.split("\n")[0];
  };

  test("refuses while the backups are too old", async () => {
    emulator.age({ subject: SHOP }, 3 * day);

    expect(await refusalToDelete("protectedBackup")).toBe(
      `${SHOP} (cn-hangzhou): no good backup: the newest usable backup is 3d 9h old, older than 26h.`,
    );
    // Its instance is secret.
    expect(await refusalToDelete("secretBackup")).toMatch(
      /no good backup: the newest usable backup is 3d 9h old, older than 26h\.$/,
    );
  });

  test("refuses while the newest task of one database failed", async () => {
    emulator.change({ id: "564522102" }, { Status: "Failed" });

    expect(await refusalToDelete("protectedMigrateTask")).toBe(
      `${ERP} (cn-hangzhou): no good migrate task: migrate task 564522102 of erp_ledger: it is Failed.`,
    );
  });

  test("refuses when nobody can say", async () => {
    emulator.inject({ kind: "error", status: 403, code: "Forbidden.RAM" });

    expect(await refusalToDelete("protectedBackup")).toContain(`DescribeBackups for ${SHOP} failed: Forbidden.RAM`);
  });

  test("is the only reason to refuse: without it a gate goes that would not pass", async () => {
    emulator.age({ subject: SHOP }, 3 * day);
    const { id, recorded, before, urn } = recordedGate("backup");

    await plugin.delete(id, recorded, before, urn);
    expect(emulator.requests()).toEqual([]);
  });
});

test("a recorded gate that does not pass any more is a change, and refused", async () => {
  const gate = recordedGate("backup");
  emulator.age({ subject: SHOP }, 3 * day);

  const change = { ...gate, news: gate.before };
  expect(await plugin.diff(change)).toEqual({ changes: "some", properties: ["verdict"], replaces: [] });
  expect((await refusalOf(plugin.update(change))).details.split("\n")[0]).toBe(
    `${SHOP} (cn-hangzhou): no good backup: the newest usable backup is 3d 9h old, older than 26h.`,
  );
});

describe("the recorded warnedBackup, which did not pass", () => {
  const gate = recordedGate("warnedBackup", "warned");
  const change = { ...gate, news: gate.before };

  test("is kept, warns again, and is deleted", async () => {
    expect((await plugin.read(gate.id, gate.recorded, gate.before, gate.urn)).properties).toEqual(gate.recorded);
    expect(await plugin.diff(change)).toEqual({ changes: "some", properties: ["verdict"], replaces: [] });
    expect(await plugin.update(change)).toEqual(gate.recorded);
    await plugin.delete(gate.id, gate.recorded, gate.before, gate.urn);
  });

  test("passes once there is a backup, and then is no change", async () => {
    const { row } = emulator.repeat({ subject: WIKI });
    const recorded = await plugin.update(change);

    expect(recorded).toMatchObject({ ...gate.before, verdict: "pass", backupId: row.BackupId });
    expect((await plugin.diff({ ...change, recorded: { ...recorded } })).changes).toBe("none");
  });
});
