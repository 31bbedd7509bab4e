import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";
import { refusals, startingWith, tooOld } from "../support/engine/refusals.ts";
import { database, instance } from "../support/engine/scenes.ts";
import { startGuarded } from "../support/engine/startGuarded.ts";
import { stale } from "../support/plugin/pluginScene.ts";

const maxAge = "26h";
const [beijing, shanghai] = ["rm-2ze0000000000beij", "rm-uf60000000000shan"];
const inBeijing = `${beijing} (cn-beijing): no good backup: there is no backup`;
const inShanghai = `${shanghai} (cn-shanghai): no good backup: there is no backup`;

/** The region is in no parameter of the request: it chooses the endpoint, which is one and the same here. */
async function startRegions() {
  const emulator = await startEmulator();
  emulator.addSubject(beijing, "cn-beijing");
  emulator.addSubject(shanghai, "cn-shanghai");
  return emulator;
}

const stack = (more = {}) => [
  instance("north", beijing, { zoneId: "cn-beijing-MAZ2(h,i)", ...more }),
  { ...instance("here", stale, more), dependsOn: "north" },
];

describeWithEngine("guardDatabases over several regions", () => {
  test("each instance is looked for in the region of its zone", async () => {
    await using emulator = await startRegions();
    const guard = { maxAge };
    await using project = await startGuarded(emulator, { scene: { guard, resources: stack() } });
    await project.up();
    const before = await project.deployed();
    project.write({ guard, resources: stack({ port: "3307" }) });

    const preview = await project.preview();
    expect(preview.events.steps()).toEqual({ north: ["update began"] });
    expect(preview.events.told("error")).toEqual(refusals("preview", { north: inBeijing }));
    const up = await project.up();
    expect(up.events.steps()).toEqual({ north: ["update began", "update failed"] });
    expect(up.events.told("error")).toEqual(refusals("update", { north: inBeijing }));
    expect(await project.deployed()).toEqual(before);

    // With the one in Beijing left as it is, the other is judged by its own region.
    project.write({
      guard,
      resources: stack()
        .slice(0, 1)
        .concat(stack({ port: "3307" }).slice(1)),
    });
    const second = await project.up();
    expect(second.events.steps()).toEqual({ north: ["same"], here: ["update began", "update failed"] });
    expect(second.events.told("error")).toEqual(refusals("update", { here: tooOld }));
    expect(await project.deployed()).toEqual(before);
    expect(project.cloud.calls.map(({ method }) => method)).toEqual(["create", "create"]);
  });

  test("a database has no zone: the program tells its region", async () => {
    await using emulator = await startRegions();
    const guard = { maxAge, enforcement: "warn", regions: { orders: "cn-shanghai" } } as const;
    const orders = database("orders", shanghai);
    await using project = await startGuarded(emulator, { scene: { guard, resources: [...stack(), orders] } });
    await project.up();
    const before = await project.deployed();
    project.write({ guard, resources: stack({ port: "3307" }) });

    for (const { succeeded, events } of [await project.preview(), await project.up()]) {
      expect(succeeded).toBe(true);
      expect(events.steps()).toEqual({
        north: ["update began", "update done"],
        here: ["update began", "update done"],
        orders: ["delete began", "delete done"],
      });
      expect(events.told("error")).toEqual({});
      expect(events.told("warning")).toEqual({
        stack: [`north: ${inBeijing}`, `here: ${tooOld}`, `orders: ${inShanghai}`].map(startingWith),
      });
    }
    const { north, here } = await project.deployed();
    expect([north?.inputs, here?.inputs]).toEqual(stack({ port: "3307" }).map(({ args }) => args));
    expect(Object.keys(before).toSorted()).toEqual(["here", "north", "orders"]);
    expect(project.cloud.ids.toSorted()).toEqual([beijing, stale].toSorted());
  });
});
