import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";
import { expectRefusedUpdate, refusals, tooOld } from "../support/engine/refusals.ts";
import { instance } from "../support/engine/scenes.ts";
import { startGuarded } from "../support/engine/startGuarded.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { healthy, stale } from "../support/plugin/pluginScene.ts";

const emulator = await useEmulator(startEmulator);

const maxAge = "26h";
const wiki = instance("wiki", stale);
const changed = instance("wiki", stale, { port: "3307" });

describeWithEngine("what guardDatabases can be told", () => {
  test("a change of tags alone needs no backup, of tags and more it does; ignoreProperties says which", async () => {
    const guard = { maxAge };
    await using project = await startGuarded(emulator, { scene: { guard, resources: [wiki] } });
    await project.up();
    const updated = { wiki: ["update began", "update done"] };

    const tagged = instance("wiki", stale, { tags: { team: "docs" } });
    project.write({ guard, resources: [tagged] });
    for (const { events } of [await project.preview(), await project.up()]) {
      expect(events.steps()).toEqual(updated);
      expect(events.messages()).toEqual([]);
    }
    expect(emulator.requests()).toEqual([]);
    expect(await project.deployed()).toMatchObject({ wiki: { id: stale, inputs: tagged.args } });

    const more = instance("wiki", stale, { tags: { team: "web" }, port: "3307" });
    project.write({ guard, resources: [more] });
    const preview = await project.preview();
    expect(preview.events.steps()).toEqual({ wiki: ["update began"] });
    expect(preview.events.told("error")).toEqual(refusals("preview", { wiki: tooOld }));
    expectRefusedUpdate(await project.up(), "wiki");
    expect(await project.deployed()).toMatchObject({ wiki: { inputs: tagged.args } });

    project.write({ guard: { maxAge, ignoreProperties: ["port", "tags"] }, resources: [more] });
    for (const { events } of [await project.preview(), await project.up()]) expect(events.steps()).toEqual(updated);
    expect(await project.deployed()).toMatchObject({ wiki: { inputs: more.args } });
    // Its own list takes the place of the default.
    project.write({ guard: { maxAge, ignoreProperties: ["port"] }, resources: [tagged] });
    expectRefusedUpdate(await project.up(), "wiki");
    expect(project.cloud.calls.map(({ method }) => method)).toEqual(["create", "update", "update"]);
  });

  test("warn tells the report and goes on; off asks nothing; previewEnforcement is for preview alone", async () => {
    await using project = await startGuarded(emulator, { scene: { guard: { maxAge }, resources: [wiki] } });
    await project.up();

    project.write({ guard: { maxAge, previewEnforcement: "warn" }, resources: [changed] });
    const warned = await project.preview();
    expect(warned.succeeded, warned.output).toBe(true);
    const warnings = warned.events.messages().filter(({ severity }) => severity === "warning");
    expect(warnings.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^wiki: rm-bp1wiki00stale001 .*older than 26h[\s\S]*What to do/),
    ]);
    expectRefusedUpdate(await project.up(), "wiki");

    emulator.clearRequests();
    project.write({ guard: { maxAge, enforcement: "off" }, resources: [changed] });
    expect(await project.up()).toMatchObject({ succeeded: true });
    expect(emulator.requests()).toEqual([]);
    expect(project.cloud.calls.map(({ method }) => method)).toEqual(["create", "update"]);
  });

  test("on and match choose what is guarded", async () => {
    const shop = instance("shop", healthy);
    await using project = await startGuarded(emulator, {
      scene: { guard: { maxAge, on: ["delete"] }, resources: [shop, wiki] },
    });
    await project.up();

    project.write({ guard: { maxAge, on: ["delete"] }, resources: [shop, changed] });
    expect(await project.up()).toMatchObject({ succeeded: true });
    project.write({ guard: { maxAge, only: "shop" }, resources: [shop, wiki] });
    expect(await project.up()).toMatchObject({ succeeded: true });
    // The deploy before has taken the hook from wiki.
    project.write({ guard: { maxAge, only: "shop" }, resources: [shop] });
    expect(await project.up()).toMatchObject({ succeeded: true });
    expect(project.cloud.ids).toEqual([healthy]);
    expect(emulator.requests()).toEqual([]);
  });

  test("newInstances: one without any backup is refused by default; allow lets it through, but not a stale one", async () => {
    const fresh = "rm-bp1fresh000000001";
    emulator.addSubject(fresh);
    const blog = instance("blog", fresh);
    await using project = await startGuarded(emulator, { scene: { guard: { maxAge }, resources: [blog, wiki] } });
    await project.up();

    const blogChanged = instance("blog", fresh, { port: "3307" });
    project.write({ guard: { maxAge }, resources: [blogChanged, wiki] });
    expectRefusedUpdate(await project.up(), "blog", `${fresh} (cn-hangzhou): no good backup: there is no backup`);
    project.write({ guard: { maxAge, newInstances: "allow" }, resources: [blogChanged, changed] });
    expectRefusedUpdate(await project.up(), "wiki");
    expect(project.cloud.calls.slice(2)).toEqual([{ method: "update", name: "blog", id: fresh }]);
  });

  test("newInstances: allow is not for an old instance whose backups ended before all that a verdict looks at", async () => {
    const guard = { maxAge, lookback: "2d", newInstances: "allow" } as const;
    await using project = await startGuarded(emulator, { scene: { guard, resources: [wiki] } });
    await project.up();

    project.write({ guard, resources: [changed] });
    const up = await project.up();

    expectRefusedUpdate(up, "wiki", `${stale} (cn-hangzhou): no good backup: there is no backup`);
    expect(project.cloud.calls.map(({ method }) => method)).toEqual(["create"]);
  });

  test("a secret that did not change is no change; one that did is; neither is printed", async () => {
    const guard = { maxAge };
    const tdePassword = "correct-horse-battery";
    const secretly = { ...wiki, secrets: { tdePassword } };
    await using project = await startGuarded(emulator, { scene: { guard, resources: [secretly] } });
    await project.up();

    const tagged = instance("wiki", stale, { tags: { team: "docs" } });
    project.write({ guard, resources: [{ ...tagged, secrets: { tdePassword } }] });
    expect(await project.up()).toMatchObject({ succeeded: true });

    project.write({ guard, resources: [{ ...tagged, secrets: { tdePassword: "another-horse" } }] });
    const up = await project.up();
    expectRefusedUpdate(up, "wiki");
    expect(up.output).not.toContain("horse");
  });
});
