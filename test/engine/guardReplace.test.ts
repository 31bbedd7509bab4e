import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";
import { refusals, tooOld } from "../support/engine/refusals.ts";
import { database, instance } from "../support/engine/scenes.ts";
import { startGuarded } from "../support/engine/startGuarded.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { stale } from "../support/plugin/pluginScene.ts";

const emulator = await useEmulator(startEmulator);

const guard = { maxAge: "26h" };
const wiki = instance("wiki", stale);
const elsewhere = instance("wiki", stale, { zoneId: "cn-hangzhou-i" });
const second = `${stale}-2`;
const newOneMade = ["create-replacement began", "create-replacement done", "replace began", "replace done"];

describeWithEngine("replacing a guarded database", () => {
  test("preview refuses; up without a preview makes the new one and keeps the old one until it has a backup", async () => {
    await using project = await startGuarded(emulator, { scene: { guard, resources: [wiki] } });
    await project.up();
    const before = await project.deployed();
    project.write({ guard, resources: [elsewhere] });

    const preview = await project.preview();
    expect(preview.succeeded).toBe(false);
    expect(preview.events.steps()).toEqual({ wiki: [...newOneMade, "delete-replaced began"] });
    expect(preview.events.told("error")).toEqual(refusals("preview", { wiki: tooOld }));
    expect(await project.deployed()).toEqual(before);

    const up = await project.up();
    expect(up.succeeded).toBe(false);
    expect(up.events.steps()).toEqual({
      wiki: [...newOneMade, "delete-replaced began", "delete-replaced failed"],
    });
    expect(up.events.told("error")).toEqual(refusals("update", { wiki: tooOld }));
    expect(project.cloud.calls.slice(1)).toEqual([{ method: "create", name: "wiki", id: second }]);
    const both = await project.deployed();
    expect(both).toEqual({
      wiki: { ...before.wiki, id: second, inputs: elsewhere.args },
      "wiki, replaced": { ...before.wiki, delete: true },
    });

    // The engine remembers what is left to delete, and asks again.
    const again = await project.up();
    expect(again.succeeded).toBe(false);
    expect(again.events.steps()).toEqual({ wiki: ["same", "delete-replaced began", "delete-replaced failed"] });
    expect(again.events.told("error")).toEqual(refusals("update", { wiki: tooOld }));
    expect(project.cloud.ids).toEqual([stale, second]);
    expect(await project.deployed()).toEqual(both);

    emulator.repeat({ subject: stale });
    expect((await project.up()).events.steps()).toEqual({
      wiki: ["same", "delete-replaced began", "delete-replaced done"],
    });
    expect(project.cloud.ids).toEqual([second]);
    expect(await project.deployed()).toEqual({ wiki: both.wiki });
  });

  test.each([
    ["an instance with deleteBeforeReplace", wiki, { ...elsewhere, opts: { deleteBeforeReplace: true } }],
    // The backups that count are those of the instance that it is deleted from.
    ["a database, by the provider itself", database("wiki", stale), database("wiki", `${stale}-other`)],
  ])("what is deleted before it is replaced is refused before anything is made: %s", async (_what, first, then) => {
    await using project = await startGuarded(emulator, { scene: { guard, resources: [first] } });
    await project.up();
    const before = await project.deployed();
    project.write({ guard, resources: [then] });

    const preview = await project.preview();
    expect(preview.succeeded).toBe(false);
    expect(preview.events.steps()).toEqual({ wiki: ["delete-replaced began"] });
    expect(preview.events.told("error")).toEqual(refusals("preview", { wiki: tooOld }));

    const up = await project.up();
    expect(up.succeeded).toBe(false);
    expect(up.events.steps()).toEqual({ wiki: ["delete-replaced began", "delete-replaced failed"] });
    expect(up.events.told("error")).toEqual(refusals("update", { wiki: tooOld }));
    expect(project.cloud.calls.map(({ method }) => method)).toEqual(["create"]);
    expect(await project.deployed()).toEqual(before);
  });
});
