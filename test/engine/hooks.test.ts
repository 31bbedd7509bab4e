import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";
import { refusals, tooOld } from "../support/engine/refusals.ts";
import { instance } from "../support/engine/scenes.ts";
import { startGuarded } from "../support/engine/startGuarded.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { healthy, stale } from "../support/plugin/pluginScene.ts";

const emulator = await useEmulator(startEmulator);

const hook = { maxAge: "26h" };
const stash = (input: number, more = {}) => ({ type: "Stash", name: "change", args: { input }, ...more }) as const;

describeWithEngine("backupHook", () => {
  test("judges the instance that it is bound to, before update and delete, in preview and up", async () => {
    const guarded = { ...instance("wiki", stale), hook };
    const free = instance("free", `${stale}-copy`);
    await using project = await startGuarded(emulator, { scene: { resources: [guarded, free] } });
    await project.up();

    const update = [{ ...instance("wiki", stale, { port: "3307" }), hook }, free];
    project.write({ resources: update });
    const before = await project.deployed();
    const preview = await project.preview();
    expect(preview.events.steps()).toEqual({ free: ["same"], wiki: ["update began"] });
    expect(preview.events.told("error")).toEqual(refusals("preview", { wiki: tooOld }, "before-wiki"));
    const up = await project.up();
    expect(up.events.steps()).toEqual({ free: ["same"], wiki: ["update began", "update failed"] });
    expect(up.events.told("error")).toEqual(refusals("update", { wiki: tooOld }, "before-wiki"));
    expect(await project.deployed()).toEqual(before);

    emulator.repeat({ subject: stale });
    expect((await project.up()).events.steps()).toEqual({ free: ["same"], wiki: ["update began", "update done"] });
    expect(project.cloud.calls.slice(2)).toEqual([{ method: "update", name: "wiki", id: stale }]);
  });

  test("with dbInstanceId: stands before a change of something else", async () => {
    const [good, bad] = [
      { ...hook, dbInstanceId: healthy },
      { ...hook, dbInstanceId: stale },
    ];
    await using project = await startGuarded(emulator, { scene: { resources: [stash(1, { hook: good })] } });
    await project.up();

    project.write({ resources: [stash(2, { hook: good })] });
    expect(await project.up()).toMatchObject({ succeeded: true });
    project.write({ resources: [stash(3, { hook: bad })] });
    const refused = await project.up();
    expect(refused.events.steps()).toEqual({ change: ["update began", "update failed"] });
    expect(refused.events.told("error")).toEqual(refusals("update", { change: tooOld }, "before-change"));
    expect(await project.state()).toMatchObject({ change: { outputs: { input: 2 } } });
  });

  test("without dbInstanceId on something else, and with a condition that is none: refused, with what to do", async () => {
    await using project = await startGuarded(emulator, { scene: { resources: [stash(1, { hook })] } });
    await project.up();

    project.write({ resources: [stash(2, { hook })] });
    expect(await project.preview()).toMatchObject({
      succeeded: false,
      output: expect.stringMatching(/change: it cannot be told which RDS instance this is.*dbInstanceId/),
    });
    project.write({ resources: [stash(2, { hook: { maxAge: "a day", dbInstanceId: healthy } })] });
    expect(await project.preview()).toMatchObject({ succeeded: false, output: expect.stringContaining("maxAge") });
    expect(emulator.requests()).toEqual([]);
  });

  test("a state with a hook of another program is not deleted by this one", async () => {
    await using project = await startGuarded(emulator, {
      scene: { resources: [{ ...instance("shop", healthy), hook }] },
    });
    await project.up();

    project.write({ resources: [] });
    const up = await project.up();

    expect(up.events.steps()).toEqual({ shop: ["delete began", "delete failed"] });
    expect(up.events.told("error").shop).toEqual(['hook "before-shop" was not registered\n']);
    expect(project.cloud.ids).toEqual([healthy]);
  });
});
