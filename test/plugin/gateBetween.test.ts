import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../emulator/index.ts";
import type { Plugin } from "../support/pluginClient.ts";
import { configuredPlugin, day, healthy, hour, latestHealthyBackup, refusalOf } from "../support/pluginScene.ts";

let emulator: Emulator;
let plugin: Plugin;
beforeAll(async () => {
  emulator = await startEmulator();
  plugin = await configuredPlugin(emulator);
});
beforeEach(() => emulator.reset());
afterAll(async () => {
  await plugin[Symbol.asyncDispose]();
  await emulator.close();
});

/** The newest is 9 hours old, the one before 33 hours: only the newest is good enough. */
const inputs = { dbInstanceId: healthy, maxAge: "26h" };
const newest = { id: latestHealthyBackup };
const soon = (ms: number) => new Date(emulator.now() + ms).toISOString().replace(/\.\d+Z$/, "Z");

const changes: readonly (readonly [string, () => void, string])[] = [
  ["fails", () => emulator.change(newest, { BackupStatus: "Failed" }), "the backup failed"],
  ["vanishes", () => emulator.remove(newest), "older than 26h"],
  ["has expired", () => emulator.change(newest, { ExpectExpireTime: soon(-hour) }), "it expired at "],
  ["turns unavailable", () => emulator.change(newest, { IsAvail: 0 }), "the set is not available for a restore"],
  [
    "turns out to reach into the future",
    () =>
      emulator.change(newest, {
        BackupEndTime: soon(hour),
        ConsistentTime: Math.round((emulator.now() + hour / 2) / 1000),
      }),
    "lies in the future",
  ],
  [
    // Nothing asks for what begins later than now, so it is as if it were not there.
    "is dated in the future",
    () =>
      emulator.change(newest, {
        BackupStartTime: soon(hour),
        BackupEndTime: soon(2 * hour),
        ConsistentTime: undefined,
      }),
    "older than 26h",
  ],
  ["becomes a state nobody knows", () => emulator.change(newest, { BackupStatus: "Archiving" }), "neither Success nor"],
  ["grows too old", () => emulator.age({ subject: healthy }, day), "older than 26h"],
];

describe.each(changes)("a backup that %s between preview and up", (_, happens, says) => {
  test("is caught when the gate is created", async () => {
    expect((await plugin.create(inputs, { preview: true })).properties).toMatchObject({ verdict: "pass" });
    happens();

    expect((await refusalOf(plugin.create(inputs))).details).toContain(says);
  });

  test("is caught when the gate has passed before", async () => {
    const { properties } = await plugin.create(inputs);
    const gate = { recorded: { ...properties }, before: inputs, news: inputs };
    expect(await plugin.diff(gate)).toMatchObject({ changes: "none" });
    happens();

    expect(await plugin.diff(gate)).toMatchObject({ changes: "some", replaces: [] });
    expect((await refusalOf(plugin.update(gate))).details).toContain(says);
  });

  test("is caught when the gate's inputs changed", async () => {
    const { properties } = await plugin.create(inputs);
    const gate = { recorded: { ...properties }, before: inputs, news: { ...inputs, minCount: 1 } };
    expect(await plugin.update(gate, { preview: true })).toMatchObject({ verdict: "pass" });
    happens();

    expect((await refusalOf(plugin.update(gate))).details).toContain(says);
  });
});
