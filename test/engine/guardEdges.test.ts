import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { database, instance } from "../standin/scenes.ts";
import { startGuarded } from "../standin/startGuarded.ts";
import { describeWithEngine } from "../support/engineTests.ts";
import { stale } from "../support/pluginScene.ts";

const maxAge = "26h";
const wiki = instance("wiki", stale);
const changed = instance("wiki", stale, { port: "3307" });
const refused = { succeeded: false, output: expect.stringContaining(`${stale} (cn-hangzhou): no good backup`) };
const other = { type: "Stash", name: "other", args: { input: 1 } } as const;

describeWithEngine("the edges of guardDatabases", () => {
  test("nothing to guard is an error, also beside other resources; allowNone accepts it", async () => {
    await using emulator = await startEmulator();
    await using project = await startGuarded(emulator, { scene: { guard: { maxAge }, resources: [] } });

    for (const resources of [[], [other]]) {
      project.write({ guard: { maxAge }, resources });
      const { succeeded, output } = await project.preview();
      expect(succeeded, output).toBe(false);
      expect(output).toContain("guardDatabases found no database to guard");
      expect(output).toContain("allowNone");
      expect(output).not.toMatch(/^ +at /m);
    }
    project.write({ guard: { maxAge, only: "shop" }, resources: [wiki] });
    expect(await project.preview()).toMatchObject({
      succeeded: false,
      output: expect.stringContaining("guardDatabases found no database to guard"),
    });
    project.write({ guard: { maxAge, allowNone: true }, resources: [other] });
    expect(await project.up()).toMatchObject({ succeeded: true });
  });

  test("a database that is made in a callback counts, and is guarded", async () => {
    await using emulator = await startEmulator();
    await using project = await startGuarded(emulator, { scene: { guard: { maxAge }, late: [wiki], resources: [] } });
    expect(await project.up()).toMatchObject({ succeeded: true });

    project.write({ guard: { maxAge }, late: [changed], resources: [] });
    expect(await project.up()).toMatchObject(refused);
    expect(project.cloud.calls.map(({ method }) => method)).toEqual(["create"]);
  });

  test("a program that fails for another reason ends with that, and a second guard is refused", async () => {
    await using emulator = await startEmulator();
    const broken = { type: "Unknown", name: "broken", args: {} } as const;
    await using project = await startGuarded(emulator, { scene: { guard: { maxAge }, resources: [wiki, broken] } });
    for (const { succeeded, output } of [await project.preview(), await project.up()]) {
      expect(succeeded).toBe(false);
      expect(output).toContain("nosuchpackage");
      expect(output).not.toContain("found no database");
    }
    project.write({ guard: { maxAge }, twice: true, resources: [wiki] });
    const twice = await project.preview();
    expect(twice.succeeded).toBe(false);
    expect(twice.output).toContain("guardDatabases was called twice");
    expect(twice.output).not.toMatch(/^ +at /m);
  });

  test("a resource that was registered before the call is not guarded", async () => {
    await using emulator = await startEmulator();
    const guard = { maxAge, allowNone: true };
    await using project = await startGuarded(emulator, { scene: { guard, early: [wiki], resources: [] } });
    await project.up();

    project.write({ guard, early: [changed], resources: [] });
    expect(await project.up()).toMatchObject({ succeeded: true });
    expect(project.cloud.calls.map(({ method }) => method)).toEqual(["create", "update"]);
    expect(emulator.requests()).toEqual([]);
  });

  test("each instance is looked for in the region of its zone; a database in the one that the program tells", async () => {
    await using emulator = await startEmulator();
    const [beijing, shanghai] = ["rm-2ze0000000000beij", "rm-uf60000000000shan"];
    emulator.addSubject(beijing, "cn-beijing");
    emulator.addSubject(shanghai, "cn-shanghai");
    const resources = (more = {}) => [
      instance("north", beijing, { zoneId: "cn-beijing-MAZ2(h,i)", ...more }),
      instance("here", stale, more),
      database("orders", shanghai, { characterSet: "utf8mb4" }),
    ];
    const guard = { maxAge, enforcement: "warn", regions: { orders: "cn-shanghai" } } as const;
    await using project = await startGuarded(emulator, { scene: { guard, resources: resources() } });
    await project.up();

    project.write({ guard, resources: resources({ port: "3307" }).slice(0, 2) });
    const up = await project.up();

    expect(up.succeeded, up.output).toBe(true);
    // The region is in no parameter of the request: it chooses the endpoint, which is one and the same here.
    expect(up.output).toContain(`${stale} (cn-hangzhou): no good backup`);
    expect(up.output).toContain(`${beijing} (cn-beijing): no good backup`);
    expect(up.output).toContain(`${shanghai} (cn-shanghai): no good backup`);
  });

  test("a provider whose configuration is not known in preview: preview says so and goes on, up is refused", async () => {
    await using emulator = await startEmulator();
    await using project = await startGuarded(emulator, { scene: { guard: { maxAge }, resources: [wiki] } });
    await project.up();

    project.write({ guard: { maxAge, unknownProvider: true }, resources: [changed] });
    const preview = await project.preview();
    expect(preview.succeeded, preview.output).toBe(true);
    expect(preview.events.messages()).toContainEqual(
      expect.objectContaining({ severity: "warning", text: expect.stringMatching(/^wiki: .*was not evaluated/) }),
    );
    expect(emulator.requests()).toEqual([]);

    expect(await project.up()).toMatchObject(refused);
    expect(project.cloud.calls.map(({ method }) => method)).toEqual(["create"]);
  });

  test("what cannot be asked is refused: no permission, no such instance", async () => {
    await using emulator = await startEmulator();
    const unheard = instance("ghost", "rm-bp1ghost000000000");
    await using project = await startGuarded(emulator, { scene: { guard: { maxAge }, resources: [wiki, unheard] } });
    await project.up();

    emulator.inject({ kind: "error", status: 403, code: "Forbidden.RAM", times: 50 });
    project.write({ guard: { maxAge }, resources: [changed, unheard] });
    expect(await project.up()).toMatchObject({ succeeded: false, output: expect.stringContaining("Forbidden.RAM") });
    emulator.clearFaults();
    project.write({
      guard: { maxAge, newInstances: "allow" },
      resources: [wiki, instance("ghost", "rm-bp1ghost000000000", { port: "3307" })],
    });
    const up = await project.up();
    expect(up.succeeded).toBe(false);
    expect(up.output).toContain("rm-bp1ghost000000000");
    expect(project.cloud.calls.map(({ method }) => method)).toEqual(["create", "create"]);
  });
});
