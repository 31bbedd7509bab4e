import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";
import { refusals, startingWith, tooOld } from "../support/engine/refusals.ts";
import { instance } from "../support/engine/scenes.ts";
import { startGuarded } from "../support/engine/startGuarded.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { stale } from "../support/plugin/pluginScene.ts";

const emulator = await useEmulator(startEmulator);

const maxAge = "26h";
const guard = { maxAge };
const wiki = instance("wiki", stale);
const changed = instance("wiki", stale, { port: "3307" });
const other = { type: "Stash", name: "other", args: { input: 1 } } as const;
const readOnly = { ...wiki, opts: { id: stale } };
const created = ["create began", "create done"];
const updated = ["update began", "update done"];

describeWithEngine("what guardDatabases finds", () => {
  test("nothing to guard is an error, also beside other resources; allowNone accepts it", async () => {
    await using project = await startGuarded(emulator, { scene: { guard, resources: [other] } });
    const nothing = "guardDatabases found no database to guard. ";

    // An up without preview has made other resources by then.
    for (const { succeeded, output, events } of [await project.preview(), await project.up()]) {
      expect(succeeded).toBe(false);
      expect(events.steps()).toEqual({ other: created });
      expect(events.told("error").stack).toContainEqual(startingWith(nothing));
      expect(output).toContain("allowNone");
      expect(output).not.toMatch(/^ +at /m);
    }
    expect(Object.keys(await project.deployed())).toEqual(["other"]);
    // One that somebody else made, and that is only read.
    project.cloud.create("wiki", stale, {});
    for (const [only, resources] of [
      [undefined, []],
      ["shop", [wiki]],
      [undefined, [readOnly]],
    ] as const) {
      project.write({ guard: { maxAge, ...(only && { only }) }, resources });
      const { events } = await project.preview();
      expect(events.told("error").stack).toContainEqual(startingWith(nothing));
    }
    project.write({ guard: { maxAge, allowNone: true }, resources: [other] });
    for (const { succeeded, events } of [await project.preview(), await project.up()]) {
      expect(succeeded).toBe(true);
      expect(events.steps()).toEqual({ other: ["same"] });
      expect(events.messages()).toEqual([]);
    }
    expect(project.cloud.calls).toHaveLength(1);
    expect(emulator.requests()).toEqual([]);
  });

  test("the last database is removed without allowNone: it is asked about all the same, and stays", async () => {
    await using project = await startGuarded(emulator, { scene: { guard, resources: [wiki] } });
    await project.up();
    const before = await project.deployed();
    project.write({ guard, resources: [] });

    for (const { succeeded, events } of [await project.preview(), await project.up()]) {
      expect(succeeded).toBe(false);
      expect(events.told("error").wiki?.join()).toContain(tooOld);
    }
    expect(await project.deployed()).toEqual(before);
    expect(project.cloud.ids).toEqual([stale]);
  });

  test("a database that is made in a callback counts, and is guarded", async () => {
    await using project = await startGuarded(emulator, { scene: { guard, late: [wiki], resources: [] } });
    expect(await project.up()).toMatchObject({ succeeded: true });

    project.write({ guard, late: [changed], resources: [] });
    const up = await project.up();
    expect(up.events.steps()).toEqual({ first: ["same"], wiki: ["update began", "update failed"] });
    expect(up.events.told("error")).toEqual(refusals("update", { wiki: tooOld }));
    expect(project.cloud.calls.map(({ method }) => method)).toEqual(["create"]);
  });

  test("a resource that was registered before the call is not guarded", async () => {
    const none = { maxAge, allowNone: true };
    await using project = await startGuarded(emulator, { scene: { guard: none, early: [wiki], resources: [] } });
    await project.up();
    expect(await project.deployed()).toMatchObject({ wiki: { resourceHooks: {} } });

    project.write({ guard: none, early: [changed], resources: [] });
    for (const { succeeded, events } of [await project.preview(), await project.up()]) {
      expect(succeeded).toBe(true);
      expect(events.steps()).toEqual({ wiki: updated });
      expect(events.messages()).toEqual([]);
    }
    expect(await project.deployed()).toMatchObject({ wiki: { inputs: changed.args, resourceHooks: {} } });
    project.write({ guard: none, resources: [] });
    expect((await project.up()).events.steps()).toEqual({ wiki: ["delete began", "delete done"] });
    expect(project.cloud.calls.map(({ method }) => method)).toEqual(["create", "update", "delete"]);
    expect(emulator.requests()).toEqual([]);
  });
});
