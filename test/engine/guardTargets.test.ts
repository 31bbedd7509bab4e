import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { startCliProject } from "../support/engine/engineCli.ts";
import { gatedYaml } from "../support/engine/engineGate.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";
import { refusals, startingWith, tooOld } from "../support/engine/refusals.ts";
import { instance } from "../support/engine/scenes.ts";
import { startGuarded } from "../support/engine/startGuarded.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { day, healthy, stale } from "../support/plugin/pluginScene.ts";

const emulator = await useEmulator(startEmulator);

const guard = { maxAge: "26h" };
const [wiki, changed] = [instance("wiki", stale), instance("wiki", stale, { port: "3307" })];
const other = (input: number) => ({ type: "Stash", name: "other", args: { input } }) as const;
const atWiki = { target: ["urn:pulumi:test::inline::alicloud:rds/instance:Instance::wiki"] };
const atOther = { target: ["urn:pulumi:test::inline::pulumi:index:Stash::other"] };

describeWithEngine("--target", () => {
  test("at a guarded instance: the guard refuses; at something else: that alone is changed", async () => {
    await using project = await startGuarded(emulator, { scene: { guard, resources: [wiki, other(1)] } });
    await project.up();
    const before = await project.deployed();
    project.write({ guard, resources: [changed, other(2)] });

    const preview = await project.preview(atWiki);
    expect(preview.events.steps()).toEqual({ other: ["same"], wiki: ["update began"] });
    expect(preview.events.told("error")).toEqual(refusals("preview", { wiki: tooOld }));
    const up = await project.up(atWiki);
    expect(up.events.steps()).toEqual({ other: ["same"], wiki: ["update began", "update failed"] });
    expect(up.events.told("error")).toEqual(refusals("update", { wiki: tooOld }));
    expect(await project.deployed()).toEqual(before);

    emulator.clearRequests();
    for (const { succeeded, events } of [await project.preview(atOther), await project.up(atOther)]) {
      expect(succeeded).toBe(true);
      expect(events.steps()).toEqual({ wiki: ["same"], other: ["update began", "update done"] });
    }
    expect(await project.deployed()).toMatchObject({ wiki: before.wiki, other: { inputs: { input: 2 } } });
    expect(emulator.requests()).toEqual([]);
    expect(project.cloud.calls.map(({ method }) => method)).toEqual(["create"]);
  });

  test("at a guarded instance that is removed or destroyed: it stays", async () => {
    await using project = await startGuarded(emulator, { scene: { guard, resources: [wiki, other(1)] } });
    await project.up();
    const before = await project.deployed();

    const withoutProgram = await project.destroy(atWiki);
    expect(withoutProgram.succeeded).toBe(false);
    expect(withoutProgram.events.steps()).toEqual({});
    expect(withoutProgram.output).toContain("--run-program");
    const withProgram = await project.destroyRunningProgram(atWiki);
    expect(withProgram.events.steps()).toEqual({
      other: ["same"],
      wiki: ["same", "delete began", "delete failed"],
    });
    expect(withProgram.events.told("error")).toEqual(refusals("update", { wiki: tooOld }));

    project.write({ guard: { ...guard, allowNone: true }, resources: [other(1)] });
    const preview = await project.preview(atWiki);
    expect(preview.events.steps()).toEqual({ other: ["same"], wiki: ["delete began"] });
    expect(preview.events.told("error")).toEqual(refusals("preview", { wiki: tooOld }));
    const up = await project.up(atWiki);
    expect(up.events.steps()).toEqual({ other: ["same"], wiki: ["delete began", "delete failed"] });
    expect(up.events.told("error")).toEqual(refusals("update", { wiki: tooOld }));
    expect(await project.deployed()).toEqual(before);
    expect(project.cloud.ids).toEqual([stale]);
  });

  test("at what is behind a gate: skips a gate that is deployed; is refused by the engine while the gate is new", async () => {
    const yaml = (release: string) =>
      gatedYaml({ given: { dbInstanceId: healthy, maxAge: "26h" } }).replace("release 1", release);
    await using project = await startCliProject(yaml("release 1"), emulator);
    const atMigration = ["--target", "urn:pulumi:test::gated::pulumi:index:Stash::migration"];

    for (const { code, events } of [await project.preview(...atMigration), await project.up(...atMigration)]) {
      expect(code).not.toBe(0);
      expect(events.told("error").migration).toEqual([expect.stringContaining("not specified in --target list")]);
    }
    expect(await project.state()).toEqual({});
    expect(await project.up()).toMatchObject({ code: 0 });

    emulator.age({ subject: healthy }, 3 * day);
    await writeFile(join(project.path, "Pulumi.yaml"), yaml("release 2"));
    const whole = await project.up();
    expect(whole.events.steps()).toEqual({ gate: ["update began", "update failed"] });
    expect(whole.events.told("error").gate).toEqual([startingWith(`${healthy} (cn-hangzhou): no good backup`)]);

    emulator.clearRequests();
    for (const { code, events } of [await project.preview(...atMigration), await project.up(...atMigration)]) {
      expect(code).toBe(0);
      expect(events.steps()).toEqual({ gate: ["same"], migration: ["update began", "update done"] });
    }
    expect(emulator.requests()).toEqual([]);
    expect(await project.state()).toMatchObject({ migration: { outputs: { input: "release 2" } } });
  });
});
