import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";
import { refusals, tooOld } from "../support/engine/refusals.ts";
import { startGuarded } from "../support/engine/startGuarded.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { day, stale } from "../support/plugin/pluginScene.ts";

const emulator = await useEmulator(startEmulator);

const program = new URL("./programs/readsDependent.ts", import.meta.url);
const destroyed = ["delete began", "delete done"];

describeWithEngine("H13: a destroy that the guard stopped half-way, always with the same program", () => {
  test("the preview refuses before anything is gone; without it pulumi up is a way out, and so is the same command", async () => {
    await using project = await startGuarded(emulator, { program });
    expect(await project.up()).toMatchObject({ succeeded: true });
    const before = await project.deployed();

    const preview = await project.destroyRunningProgram({ previewOnly: true });
    expect(preview.succeeded).toBe(false);
    expect(preview.events.told("error")).toEqual(refusals("preview", { wiki: tooOld }));
    expect(await project.deployed()).toEqual(before);

    // As with --skip-preview: what depends on the database is gone when the guard is asked.
    const destroyHalf = async () => {
      const refused = await project.destroyRunningProgram();
      expect(refused.succeeded).toBe(false);
      expect(refused.events.steps()).toMatchObject({ copy: ["same", ...destroyed] });
      expect(refused.output).toMatch(/no good backup: the newest usable backup is \S+ old/);
      expect(Object.keys(await project.deployed())).toEqual(["wiki"]);
    };
    await destroyHalf();
    emulator.repeat({ subject: stale });
    const up = await project.up();
    expect(up.succeeded, up.output).toBe(true);
    expect(Object.keys(await project.deployed()).sort()).toEqual(["copy", "wiki"]);

    // What is gone is unknown to the program, which works with its output.
    emulator.age({ subject: stale }, 9 * day);
    await destroyHalf();
    emulator.repeat({ subject: stale });
    const again = await project.destroyRunningProgram();
    expect(again.succeeded, again.output).toBe(true);
    expect(project.cloud.ids).toEqual([]);
    expect(await project.deployed()).toEqual({});
  });
});
