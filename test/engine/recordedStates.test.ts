import { expect, test } from "vitest";
import type { Emulator } from "../../emulator/index.ts";
import { outputsIn, recordedState, type StateName } from "../states/recorded.ts";
import { SHOP, WIKI } from "../states/scene.ts";
import { startScene, stillClock } from "../states/startScene.ts";
import { type ProgramRun, startProgram } from "../support/engine/engineProgram.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";
import { exportState } from "../support/engine/exportState.ts";
import { importState } from "../support/engine/importState.ts";
import { day } from "../support/plugin/pluginScene.ts";

/** The program that 0.1.0 deployed, and the state that it left. */
async function startRecorded(name: StateName, emulator: Emulator, variables: Readonly<Record<string, string>> = {}) {
  const program = new URL(`../states/programs/${name}.ts`, import.meta.url);
  const project = await startProgram(program, emulator, { DBS_ENDPOINT: emulator.url, ...stillClock, ...variables });
  await importState(project, recordedState(name));
  return project;
}

/** What became of the gates and lookups alone: with another version of the package Pulumi changes the providers, too. */
function touched({ events }: ProgramRun, name: StateName) {
  const ours = Object.keys(outputsIn(recordedState(name)));
  return Object.fromEntries(Object.entries(events.touched()).filter(([resource]) => ours.includes(resource)));
}

const updated = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, "update"]));

/** What follows a newer backup, what has a `maxAge`, and what does not let itself be destroyed without a fresh backup. */
const states: readonly { name: StateName; tracking: string[]; aging: string[]; protective: string[] }[] = [
  {
    name: "plugin",
    tracking: ["newestBackup"],
    aging: ["backup", "protectedBackup", "manyBackups", "secretBackup", "offBackup", "beijingBackup"],
    protective: ["protectedBackup", "secretBackup"],
  },
  {
    name: "dynamic",
    tracking: ["latestBackup"],
    aging: ["latestBackup", "backup", "protectedBackup", "secretBackup", "offBackup"],
    protective: ["protectedBackup"],
  },
];

describeWithEngine("a state that 0.1.0 recorded", () => {
  test.each(states)("$name: is no change, and is kept by a refresh", async ({ name, tracking }) => {
    await using emulator = await startScene();
    await using project = await startRecorded(name, emulator);
    const recorded = outputsIn(recordedState(name));

    const preview = await project.preview();
    expect(preview.succeeded).toBe(true);
    expect(touched(preview, name)).toEqual({});
    const up = await project.up({ refresh: true });
    expect(up.succeeded).toBe(true);
    expect(touched(up, name)).toEqual({});
    expect(outputsIn(await exportState(project))).toEqual(recorded);

    emulator.repeat({ subject: SHOP });
    expect(touched(await project.preview(), name)).toEqual(updated(tracking));
  });

  test.each(states)("$name: is updated where an input changed", async ({ name, aging }) => {
    await using emulator = await startScene();
    await using project = await startRecorded(name, emulator, { MAX_AGE: "27h" });

    const up = await project.up();

    expect(up.succeeded).toBe(true);
    expect(touched(up, name)).toEqual(updated(aging));
    const anew = outputsIn(recordedState(name).replaceAll('"26h"', '"27h"'));
    expect(outputsIn(await exportState(project))).toMatchObject(anew);
  });

  test.each(states)("$name: is destroyed, but not where denyDestroy refuses", async ({ name, protective }) => {
    await using emulator = await startScene();
    await using project = await startRecorded(name, emulator);
    emulator.age({ subject: SHOP }, 3 * day);

    const { succeeded, output } = await project.destroy();

    expect(succeeded).toBe(false);
    expect(output).toContain("no good backup: the newest usable backup is 3d 9h old, older than 26h.");
    expect(output).toContain("The gate has denyDestroy");
    expect(Object.keys(await project.state())).toEqual(expect.arrayContaining(protective));

    emulator.repeat({ subject: SHOP });
    expect(await project.destroy()).toMatchObject({ succeeded: true });
    expect(await project.state()).toEqual({});
  });

  test("warned: warns again, and passes once there is a backup", async () => {
    await using emulator = await startScene();
    await using project = await startRecorded("warned", emulator);
    const gates = ["warnedBackup", "warnedDynamicBackup"];

    expect(touched(await project.preview(), "warned")).toEqual(updated(gates));
    const { row } = emulator.repeat({ subject: WIKI });
    expect(await project.up()).toMatchObject({ succeeded: true });
    const passed = { outputs: { verdict: "pass", backupId: row.BackupId } };
    expect(await project.state()).toMatchObject(Object.fromEntries(gates.map((gate) => [gate, passed])));
    expect(await project.preview({ expectNoChanges: true })).toMatchObject({ succeeded: true });
  });
});
