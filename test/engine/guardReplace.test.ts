import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { database, instance } from "../standin/scenes.ts";
import { startGuarded } from "../standin/startGuarded.ts";
import { describeWithEngine } from "../support/engineTests.ts";
import { stale } from "../support/pluginScene.ts";

const guard = { maxAge: "26h" };
const wiki = instance("wiki", stale);
const elsewhere = instance("wiki", stale, { zoneId: "cn-hangzhou-i" });
const created = { method: "create", name: "wiki", id: stale };
const second = `${stale}-2`;

describeWithEngine("replacing a guarded database", () => {
  test("preview refuses; up without a preview makes the new one and keeps the old one until it has a backup", async () => {
    await using emulator = await startEmulator();
    await using project = await startGuarded(emulator, { scene: { guard, resources: [wiki] } });
    await project.up();
    project.write({ guard, resources: [elsewhere] });

    const preview = await project.preview();
    expect(preview.succeeded).toBe(false);
    expect(preview.output).toContain("the newest usable backup is 9d");

    const up = await project.up();
    expect(up.succeeded).toBe(false);
    expect(up.output).toContain("the newest usable backup is 9d");
    expect(project.cloud.calls).toEqual([created, { method: "create", name: "wiki", id: second }]);
    expect(project.cloud.ids).toEqual([stale, second]);

    // The engine remembers what is left to delete, and asks again.
    expect(await project.up()).toMatchObject({ succeeded: false });
    expect(project.cloud.ids).toEqual([stale, second]);
    emulator.repeat({ subject: stale });
    expect(await project.up()).toMatchObject({ succeeded: true });
    expect(project.cloud.ids).toEqual([second]);
  });

  test("with deleteBeforeReplace the refusal comes before anything is made", async () => {
    await using emulator = await startEmulator();
    await using project = await startGuarded(emulator, { scene: { guard, resources: [wiki] } });
    await project.up();
    project.write({ guard, resources: [{ ...elsewhere, deleteBeforeReplace: true }] });

    for (const run of [await project.preview(), await project.up()]) {
      expect(run).toMatchObject({
        succeeded: false,
        output: expect.stringContaining("the newest usable backup is 9d"),
      });
    }
    expect(project.cloud.calls).toEqual([created]);
  });

  test("a database, which the provider itself deletes before it is replaced", async () => {
    await using emulator = await startEmulator();
    const pages = database("pages", stale);
    await using project = await startGuarded(emulator, { scene: { guard, resources: [pages] } });
    await project.up();
    project.write({ guard, resources: [database("pages", `${stale}-other`)] });

    for (const run of [await project.preview(), await project.up()]) {
      // The backups that count are those of the instance that it is deleted from.
      expect(run).toMatchObject({ succeeded: false, output: expect.stringContaining(`${stale} (cn-hangzhou)`) });
    }
    expect(project.cloud.calls.map(({ method }) => method)).toEqual(["create"]);
  });
});
