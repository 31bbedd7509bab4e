import { describe, expect, test } from "vitest";
import type { Emulator } from "../../emulator/index.ts";
import { iso } from "../support/fixtures/backups.ts";
import { day, healthy, hour, latestHealthyBackup, refusalOf } from "../support/plugin/pluginScene.ts";
import { usePlugin } from "../support/plugin/usePlugin.ts";

const { emulator, plugin } = await usePlugin();

const inputs = { dbInstanceId: healthy, maxAge: "26h" };

interface Change {
  readonly change: string;
  readonly happens: (emulator: Emulator) => void;
  /** What the refusal says about it. */
  readonly says: string;
}

const newest = { id: latestHealthyBackup };

/** What can become of the newest backup; the one before it is 33 hours old, too old for a `maxAge` of 26. */
const changesOfTheNewest: readonly Change[] = [
  {
    change: "fails",
    happens: (emulator) => emulator.change(newest, { BackupStatus: "Failed" }),
    says: "the backup failed",
  },
  { change: "vanishes", happens: (emulator) => emulator.remove(newest), says: "older than 26h" },
  {
    change: "has expired",
    happens: (emulator) => emulator.change(newest, { ExpectExpireTime: iso(emulator.now() - hour) }),
    says: "it expired at ",
  },
  {
    change: "turns unavailable",
    happens: (emulator) => emulator.change(newest, { IsAvail: 0 }),
    says: "the set is not available for a restore",
  },
  {
    change: "turns out to reach into the future",
    happens: (emulator) =>
      emulator.change(newest, {
        BackupEndTime: iso(emulator.now() + hour),
        ConsistentTime: Math.round((emulator.now() + hour / 2) / 1000),
      }),
    says: "its times contradict each other",
  },
  {
    // Nothing asks for what begins later than now, so it is as if it were not there.
    change: "begins in the future",
    happens: (emulator) =>
      emulator.change(newest, {
        BackupStartTime: iso(emulator.now() + hour),
        BackupEndTime: iso(emulator.now() + 2 * hour),
        ConsistentTime: undefined,
      }),
    says: "older than 26h",
  },
  {
    change: "becomes a state nobody knows",
    happens: (emulator) => emulator.change(newest, { BackupStatus: "Archiving" }),
    says: "neither Success nor",
  },
  {
    change: "grows too old",
    happens: (emulator) => emulator.age({ subject: healthy }, day),
    says: "older than 26h",
  },
];

describe.each(changesOfTheNewest)("a backup that $change between preview and up", ({ happens, says }) => {
  test("is caught when the gate is created", async () => {
    expect((await plugin.create(inputs, { preview: true })).properties).toMatchObject({ verdict: "pass" });
    happens(emulator);

    expect((await refusalOf(plugin.create(inputs))).details).toContain(says);
  });

  test("is caught when the gate has passed before", async () => {
    const { properties } = await plugin.create(inputs);
    const gate = { recorded: { ...properties }, before: inputs, news: inputs };
    expect(await plugin.diff(gate)).toMatchObject({ changes: "none" });
    happens(emulator);

    expect(await plugin.diff(gate)).toMatchObject({ changes: "some", replaces: [] });
    expect((await refusalOf(plugin.update(gate))).details).toContain(says);
  });

  test("is caught when the gate's inputs changed", async () => {
    const { properties } = await plugin.create(inputs);
    const gate = { recorded: { ...properties }, before: inputs, news: { ...inputs, minCount: 1 } };
    expect(await plugin.update(gate, { preview: true })).toMatchObject({ verdict: "pass" });
    happens(emulator);

    expect((await refusalOf(plugin.update(gate))).details).toContain(says);
  });
});
