import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";
import { refusals, tooOld } from "../support/engine/refusals.ts";
import { instance } from "../support/engine/scenes.ts";
import { startGuarded } from "../support/engine/startGuarded.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { healthy, stale } from "../support/plugin/pluginScene.ts";
import type { Item } from "./programs/scene.ts";

const emulator = await useEmulator(startEmulator);

const guard = { maxAge: "26h" };
const shop = instance("shop", healthy);
const other: Item = { type: "Stash", name: "other", args: { input: 1 } };
const wiki: Item = { ...instance("wiki", stale), deletedWith: "other" };
const changed: Item = { ...instance("wiki", stale, { port: "3307" }), deletedWith: "other" };
const asWiki = { aliases: ["urn:pulumi:test::inline::alicloud:rds/instance:Instance::wiki"] };
const newOneMade = ["create-replacement began", "create-replacement done", "replace began", "replace done"];

/** Ways to a change or a deletion of `wiki`, and where they end. */
const ways: readonly { what: string; resources: readonly Item[]; steps: Readonly<Record<string, string[]>> }[] = [
  {
    what: "renamed with an alias, and changed",
    resources: [shop, other, { ...changed, name: "docs", opts: asWiki }],
    steps: { shop: ["same"], other: ["same"], docs: ["update began"] },
  },
  {
    what: "moved into a component with an alias, and changed",
    resources: [shop, other, { ...changed, inside: "folder", opts: asWiki }],
    steps: { wiki: ["update began"] },
  },
  {
    what: "renamed without an alias",
    resources: [shop, other, { ...wiki, name: "docs" }],
    steps: { docs: ["create began", "create done"], wiki: ["delete began"] },
  },
  {
    what: "replaceOnChanges",
    resources: [shop, other, { ...changed, opts: { replaceOnChanges: ["port"] } }],
    steps: { wiki: [...newOneMade, "delete-replaced began"] },
  },
  {
    what: "deletedWith what is deleted too",
    resources: [shop],
    steps: { wiki: ["delete began"] },
  },
];

describeWithEngine("guardDatabases and the other options of a resource", () => {
  test("whatever way a change or a deletion takes, the guard is asked", async () => {
    await using project = await startGuarded(emulator, { scene: { guard, resources: [shop, other, wiki] } });
    await project.up();
    for (const { what, resources, steps } of ways) {
      project.write({ guard, resources });
      const { succeeded, events } = await project.preview();
      expect(succeeded, what).toBe(false);
      expect(events.steps(), what).toMatchObject(steps);
      const asked = "docs" in steps && !("wiki" in steps) ? "docs" : "wiki";
      expect(events.told("error"), what).toEqual(refusals("preview", { [asked]: tooOld }));
    }
    // The last one in earnest: what it is deleted with stays too.
    const before = await project.deployed();
    const up = await project.up();
    expect(up.events.steps()).toEqual({ shop: ["same"], wiki: ["delete began", "delete failed"] });
    expect(await project.deployed()).toEqual(before);
    expect(project.cloud.calls.map(({ method }) => method)).toEqual(["create", "create"]);
  });

  test("retainOnDelete: asked about, though nothing is deleted in the cloud", async () => {
    const kept = { ...instance("wiki", stale), opts: { retainOnDelete: true } };
    await using project = await startGuarded(emulator, { scene: { guard, resources: [shop, kept] } });
    await project.up();
    project.write({ guard, resources: [shop] });
    const up = await project.up();
    expect(up.events.steps()).toEqual({ shop: ["same"], wiki: ["delete began", "delete failed"] });
    expect(up.events.told("error")).toEqual(refusals("update", { wiki: tooOld }));

    emulator.repeat({ subject: stale });
    expect((await project.up()).events.steps()).toEqual({ shop: ["same"], wiki: ["delete began", "delete done"] });
    expect(Object.keys(await project.deployed())).toEqual(["shop"]);
    expect(project.cloud.calls.map(({ method }) => method)).toEqual(["create", "create"]);
  });

  test("protect: both refuse; a good backup does not open what Pulumi protects", async () => {
    const safe = { ...instance("wiki", stale), opts: { protect: true } };
    await using project = await startGuarded(emulator, { scene: { guard, resources: [shop, safe] } });
    await project.up();
    project.write({ guard, resources: [shop] });
    const preview = await project.preview();
    expect(preview.events.told("error")).toEqual(refusals("preview", { wiki: tooOld }));

    emulator.repeat({ subject: stale });
    const up = await project.up();
    expect(up.events.steps()).toEqual({ shop: ["same"], wiki: ["delete began", "delete failed"] });
    expect(up.events.told("error").wiki).toEqual([expect.stringContaining("cannot be deleted")]);
    expect(project.cloud.calls.map(({ method }) => method)).toEqual(["create", "create"]);
  });
});
