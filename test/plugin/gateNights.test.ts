import { expect, test } from "vitest";
import { day, healthy, hour, latestHealthyBackup, refusalOf } from "../support/plugin/pluginScene.ts";
import { usePlugin } from "../support/plugin/usePlugin.ts";

const { emulator, plugin } = await usePlugin();

const inputs = { dbInstanceId: healthy, maxAge: "26h" };

/** A night goes by: everything is a day older, and there is one backup more, which ended just now. */
function night(status = "Success") {
  emulator.age({ subject: healthy }, day);
  return emulator.repeat({ subject: healthy, where: { BackupMethod: "Physical" } }, { BackupStatus: status }).row;
}

test("thirty nights, each with a new good backup: never a difference, and nothing new is recorded", async () => {
  const { properties } = await plugin.create(inputs);
  const gate = { recorded: { ...properties }, before: inputs, news: inputs };

  const made = new Set<unknown>();
  for (let nights = 1; nights <= 30; nights++) {
    made.add(night().BackupId);
    expect(await plugin.diff(gate), `night ${nights}`).toEqual({ changes: "none", properties: [], replaces: [] });
    // As `pulumi refresh` would have it.
    expect((await plugin.read(healthy, gate.recorded, inputs)).properties, `night ${nights}`).toEqual(properties);
  }
  expect(made.size).toBe(30);
  expect(properties.backupId).toBe(latestHealthyBackup);
});

test("the night after which the newest good one is too old: a difference, then a refusal in preview and up", async () => {
  const { properties } = await plugin.create(inputs);
  const gate = { recorded: { ...properties }, before: inputs, news: inputs };
  for (let nights = 1; nights <= 5; nights++) night();

  // The backup of the sixth night fails; the fifth one is a day old, and good until it is 26 hours old.
  const failed = night("Failed");
  expect(await plugin.diff(gate)).toMatchObject({ changes: "none" });

  emulator.age({ subject: healthy }, 3 * hour);
  expect(await plugin.diff(gate)).toEqual({ changes: "some", properties: ["verdict"], replaces: [] });
  for (const preview of [true, false]) {
    const { details } = await refusalOf(plugin.update(gate, { preview }));
    expect(details).toMatch(/: no good backup: the newest usable backup is 27h.* old, older than 26h\.\n/);
    expect(details).toMatch(new RegExp(`^ +${failed.BackupId} .*the backup failed$`, "m"));
  }

  // The seventh is good again: nothing to do, and nothing was lost.
  night();
  expect(await plugin.diff(gate)).toMatchObject({ changes: "none" });
});

test('track "newest": a new backup is a difference, and is recorded', async () => {
  const tracking = { ...inputs, track: "newest" };
  const { properties } = await plugin.create(tracking);
  const gate = { recorded: { ...properties }, before: tracking, news: tracking };
  expect(await plugin.diff(gate)).toMatchObject({ changes: "none" });

  const made = night();

  expect(await plugin.diff(gate)).toMatchObject({ changes: "some", replaces: [] });
  expect(await plugin.update(gate)).toMatchObject({ verdict: "pass", backupId: made.BackupId });
});
