import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";
import { refusals, tooOld } from "../support/engine/refusals.ts";
import { instance } from "../support/engine/scenes.ts";
import { startGuarded } from "../support/engine/startGuarded.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { healthy, stale } from "../support/plugin/pluginScene.ts";

const emulator = await useEmulator(startEmulator);

const guard = { maxAge: "26h" };
const wiki = instance("wiki", stale);
const shop = instance("shop", healthy);
const destroyed = ["delete began", "delete done"];
const created = { method: "create", name: "wiki", id: stale };
const deleted = { method: "delete", name: "wiki", id: stale };

describeWithEngine("destroying a guarded stack", () => {
  test("is refused by the engine without --run-program, by the hook with it, until there is a good backup", async () => {
    // What depends on something else goes first.
    const resources = [wiki, { ...shop, dependsOn: "wiki" }];
    await using project = await startGuarded(emulator, { scene: { guard, resources } });
    await project.up();
    const before = await project.deployed();
    const notRunning = [expect.stringContaining("the program is not running")];

    for (const { succeeded, output, events } of [
      await project.destroy({ previewOnly: true }),
      await project.destroy(),
    ]) {
      expect(succeeded).toBe(false);
      expect(events.steps()).toEqual({});
      expect(events.told("error")).toEqual({ shop: notRunning, wiki: notRunning });
      expect(output).toContain("You must run with the `--run-program` flag to use delete hooks during destroy");
    }
    expect(await project.deployed()).toEqual(before);
    expect(emulator.requests()).toEqual([]);

    const preview = await project.destroyRunningProgram({ previewOnly: true });
    expect(preview.succeeded).toBe(false);
    expect(preview.events.steps()).toEqual({ shop: ["same", ...destroyed], wiki: ["same", "delete began"] });
    expect(preview.events.told("error")).toEqual(refusals("preview", { wiki: tooOld }));
    expect(await project.deployed()).toEqual(before);

    const refused = await project.destroyRunningProgram();
    expect(refused.succeeded).toBe(false);
    expect(refused.events.steps()).toEqual({
      shop: ["same", ...destroyed],
      wiki: ["same", "delete began", "delete failed"],
    });
    expect(refused.events.told("error")).toEqual(refusals("update", { wiki: tooOld }));
    expect(refused.output).not.toMatch(/^ +at /m);
    expect(project.cloud.ids).toEqual([stale]);
    expect(await project.deployed()).toEqual({ wiki: before.wiki });

    emulator.repeat({ subject: stale });
    project.write({ guard, resources: [wiki] });
    const allowed = await project.destroyRunningProgram();
    expect(allowed.events.steps()).toEqual({ wiki: ["same", ...destroyed] });
    expect(project.cloud.ids).toEqual([]);
    expect(await project.deployed()).toEqual({});
  });

  test("a guard that was removed and deployed once is gone: plain destroy works again", async () => {
    await using project = await startGuarded(emulator, { scene: { guard, resources: [wiki] } });
    await project.up();

    project.write({ resources: [wiki] });
    for (const { succeeded, events } of [await project.preview(), await project.up()]) {
      expect(succeeded).toBe(true);
      expect(events.steps()).toEqual({ wiki: ["same"] });
    }
    expect(await project.deployed()).toMatchObject({ wiki: { id: stale, resourceHooks: {} } });
    expect(project.cloud.calls).toEqual([created]);

    for (const { succeeded, events } of [await project.destroy({ previewOnly: true }), await project.destroy()]) {
      expect(succeeded).toBe(true);
      expect(events.steps()).toEqual({ wiki: destroyed });
    }
    expect(project.cloud.calls).toEqual([created, deleted]);
    expect(await project.deployed()).toEqual({});
    expect(emulator.requests()).toEqual([]);
  });

  test("a guard that is removed together with a database still stops its deletion, as the engine knows no such hook", async () => {
    await using project = await startGuarded(emulator, { scene: { guard, resources: [shop, wiki] } });
    await project.up();
    const before = await project.deployed();
    project.write({ resources: [shop] });
    const unknown = 'hook "alicloud-backups:guardDatabases" was not registered\n';

    const preview = await project.preview();
    expect(preview.events.steps()).toEqual({ shop: ["same"], wiki: ["delete began"] });
    expect(preview.events.told("error")).toEqual({
      wiki: [`Preview failed: ${unknown}`],
      stack: ["preview failed\n"],
    });
    const up = await project.up();
    expect(up.events.steps()).toEqual({ shop: ["same"], wiki: ["delete began", "delete failed"] });
    expect(up.events.told("error")).toEqual({ wiki: [unknown], stack: ["update failed\n"] });
    expect(project.cloud.calls.map(({ method }) => method)).toEqual(["create", "create"]);
    expect(await project.deployed()).toMatchObject({ wiki: before.wiki, shop: { id: healthy } });
  });
});
