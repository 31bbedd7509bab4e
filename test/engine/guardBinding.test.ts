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
const [shop, wiki] = [instance("shop", healthy), instance("wiki", stale)];
const changed = instance("wiki", stale, { port: "3307" });
const remote = { type: "Wiki", name: "blog", args: { instanceName: "rm-bp1blog000000001" } } as const;
const bound = {
  BeforeUpdate: ["alicloud-backups:guardDatabases"],
  BeforeDelete: ["alicloud-backups:guardDatabases"],
};

describeWithEngine("how the guard is bound to a database", () => {
  test.each(["before", "after"] as const)(
    "a transform of the program's own that replaces hooks, %s the guard, does not take it away",
    async (ownHooks) => {
      const scene = { guard, ownHooks };
      await using project = await startGuarded(emulator, { scene: { ...scene, resources: [wiki, remote] } });
      await project.up();
      expect(await project.deployed()).toMatchObject({
        blog: { resourceHooks: { BeforeCreate: ["mine"] } },
        wiki: { resourceHooks: { BeforeCreate: ["mine"], ...bound } },
        "blog-db": { resourceHooks: { BeforeCreate: ["mine"], ...bound } },
      });

      project.write({ ...scene, resources: [changed, remote] });
      const preview = await project.preview();
      expect(preview.succeeded).toBe(false);
      expect(preview.events.steps()).toMatchObject({ wiki: ["update began"] });
    },
  );

  test("until a deployment with the guard has gone well for a database, its deletion is not asked about", async () => {
    await using project = await startGuarded(emulator, { scene: { resources: [shop, wiki] } });
    await project.up();

    project.write({ guard, resources: [shop, changed] });
    const refused = await project.up();
    expect(refused.events.steps()).toEqual({ shop: ["same"], wiki: ["update began", "update failed"] });
    expect(refused.events.told("error")).toEqual(refusals("update", { wiki: tooOld }));
    // The refused one stays as it was, and that is without the guard.
    expect(await project.deployed()).toMatchObject({ shop: { resourceHooks: bound }, wiki: { resourceHooks: {} } });

    emulator.clearRequests();
    for (const elsewhere of [[], [instance("wiki", stale, { zoneId: "cn-hangzhou-i" })]]) {
      project.write({ guard, resources: [shop, ...elsewhere] });
      expect(await project.preview()).toMatchObject({ succeeded: true });
    }
    expect(emulator.requests()).toEqual([]);

    // Deployed once as it is, it is guarded.
    project.write({ guard, resources: [shop, wiki] });
    expect((await project.up()).events.steps()).toEqual({ shop: ["same"], wiki: ["same"] });
    project.write({ guard, resources: [shop] });
    const guarded = await project.preview();
    expect(guarded.events.steps()).toEqual({ shop: ["same"], wiki: ["delete began"] });
    expect(guarded.events.told("error")).toEqual(refusals("preview", { wiki: tooOld }));
    expect(project.cloud.calls.map(({ method }) => method)).toEqual(["create", "create"]);
  });
});
