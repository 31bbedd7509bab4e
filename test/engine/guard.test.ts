import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";
import { refusals, tooOld } from "../support/engine/refusals.ts";
import { database, instance } from "../support/engine/scenes.ts";
import { startGuarded } from "../support/engine/startGuarded.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { healthy, stale } from "../support/plugin/pluginScene.ts";

const emulator = await useEmulator(startEmulator);

const guard = { maxAge: "26h" };
const port = { port: "3307" };
const [shop, wiki] = [instance("shop", healthy), instance("wiki", stale)];
const release = { type: "Stash", name: "release", args: { input: 1 }, dependsOn: "wiki" } as const;

const created = ["create began", "create done"];
const hooks = {
  BeforeUpdate: ["alicloud-backups:guardDatabases"],
  BeforeDelete: ["alicloud-backups:guardDatabases"],
};

describeWithEngine("guardDatabases", () => {
  test("create is not guarded; the guard is in the state from then on", async () => {
    await using project = await startGuarded(emulator, { scene: { guard, resources: [shop, wiki, release] } });

    const preview = await project.preview();
    const up = await project.up();

    for (const { succeeded, events } of [preview, up]) {
      expect(succeeded).toBe(true);
      expect(events.steps()).toEqual({ shop: created, wiki: created, release: created });
      expect(events.messages()).toEqual([]);
    }
    expect(project.cloud.calls).toHaveLength(2);
    expect(project.cloud.ids.toSorted()).toEqual([healthy, stale].toSorted());
    expect(await project.deployed()).toMatchObject({
      shop: { id: healthy, resourceHooks: hooks },
      wiki: { id: stale, resourceHooks: hooks },
      release: { resourceHooks: {} },
    });
    expect(emulator.requests()).toEqual([]);
  });

  test("update is refused where the backups are stale, before anything behind it, and goes on where they are good", async () => {
    await using project = await startGuarded(emulator, { scene: { guard, resources: [shop, wiki, release] } });
    await project.up();
    const before = await project.deployed();
    const changes = [
      instance("shop", healthy, port),
      { ...instance("wiki", stale, port), dependsOn: "shop" },
      { ...release, args: { input: 2 } },
    ];
    project.write({ guard, resources: changes });

    const preview = await project.preview();
    expect(preview.succeeded).toBe(false);
    expect(preview.events.steps()).toEqual({ shop: ["update began", "update done"], wiki: ["update began"] });
    expect(preview.events.told("error")).toEqual(refusals("preview", { wiki: tooOld }));
    expect(await project.deployed()).toEqual(before);

    const up = await project.up();
    expect(up.succeeded).toBe(false);
    expect(up.events.steps()).toEqual({
      shop: ["update began", "update done"],
      wiki: ["update began", "update failed"],
    });
    expect(up.events.told("error")).toEqual(refusals("update", { wiki: tooOld }));
    expect(up.output).not.toMatch(/^ +at /m);
    expect(project.cloud.calls.slice(2)).toEqual([{ method: "update", name: "shop", id: healthy }]);
    const { shop: updated, ...others } = await project.deployed();
    expect(updated).toMatchObject({ id: healthy, inputs: port });
    expect(others).toEqual({ wiki: before.wiki, release: before.release });

    emulator.repeat({ subject: stale });
    const allowed = await project.up();
    expect(allowed.events.steps()).toEqual({
      shop: ["same"],
      wiki: ["update began", "update done"],
      release: ["update began", "update done"],
    });
    expect(project.cloud.calls.slice(3)).toEqual([{ method: "update", name: "wiki", id: stale }]);
  });

  test("a removed instance and a removed database are deleted only with a good backup of their instance", async () => {
    // What depends on something else goes first.
    const orders = { ...database("orders", healthy), dependsOn: "pages" };
    const pages = { ...database("pages", stale), dependsOn: "wiki" };
    await using project = await startGuarded(emulator, { scene: { guard, resources: [shop, wiki, pages, orders] } });
    await project.up();
    const before = await project.deployed();
    project.write({ guard, resources: [shop] });

    const preview = await project.preview();
    expect(preview.events.steps()).toEqual({
      shop: ["same"],
      orders: ["delete began", "delete done"],
      pages: ["delete began"],
    });
    expect(preview.events.told("error")).toEqual(refusals("preview", { pages: tooOld }));
    expect(await project.deployed()).toEqual(before);

    // Nothing has called the plugin before the deletions: they must not wait for it for ever.
    const up = await project.up();
    expect(up.events.steps()).toEqual({
      shop: ["same"],
      orders: ["delete began", "delete done"],
      pages: ["delete began", "delete failed"],
    });
    expect(up.events.told("error")).toEqual(refusals("update", { pages: tooOld }));
    expect(project.cloud.calls.slice(4)).toEqual([{ method: "delete", name: "orders", id: `${healthy}:orders` }]);
    const { orders: _, ...left } = before;
    expect(await project.deployed()).toEqual(left);

    emulator.repeat({ subject: stale });
    const allowed = await project.up();
    expect(allowed.events.steps()).toEqual({
      shop: ["same"],
      pages: ["delete began", "delete done"],
      wiki: ["delete began", "delete done"],
    });
    expect(project.cloud.ids).toEqual([healthy]);
    expect(await project.deployed()).toEqual({ shop: before.shop });
  });
});
