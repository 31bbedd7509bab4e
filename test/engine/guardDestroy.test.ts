import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { instance } from "../standin/scenes.ts";
import { startGuarded } from "../standin/startGuarded.ts";
import { describeWithEngine } from "../support/engineTests.ts";
import { healthy, stale } from "../support/pluginScene.ts";

const guard = { maxAge: "26h" };
const wiki = instance("wiki", stale);
const created = { method: "create", name: "wiki", id: stale };
const deleted = { method: "delete", name: "wiki", id: stale };

describeWithEngine("destroying a guarded stack", () => {
  test("is refused by the engine without --run-program, by the hook with it, until there is a good backup", async () => {
    await using emulator = await startEmulator();
    await using project = await startGuarded(emulator, { scene: { guard, resources: [wiki] } });
    await project.up();

    const plain = await project.destroy();
    expect(plain.succeeded).toBe(false);
    expect(plain.output).toContain("You must run with the `--run-program` flag to use delete hooks during destroy");
    expect(emulator.requests()).toEqual([]);

    const refused = await project.destroyRunningProgram();
    expect(refused.succeeded).toBe(false);
    expect(refused.output).toContain("the newest usable backup is 9d");
    expect(refused.output).not.toMatch(/^ +at /m);
    expect(project.cloud.calls).toEqual([created]);

    emulator.repeat({ subject: stale });
    expect(await project.destroyRunningProgram()).toMatchObject({ succeeded: true });
    expect(project.cloud.calls).toEqual([created, deleted]);
    expect(await project.state()).toEqual({});
  });

  test("a guard that was removed and deployed once is gone: plain destroy works again", async () => {
    await using emulator = await startEmulator();
    await using project = await startGuarded(emulator, { scene: { guard, resources: [wiki] } });
    await project.up();

    project.write({ resources: [wiki] });
    expect(await project.up()).toMatchObject({ succeeded: true });
    expect(project.cloud.calls).toEqual([created]);
    expect(await project.destroy()).toMatchObject({ succeeded: true });
    expect(project.cloud.calls).toEqual([created, deleted]);
    expect(emulator.requests()).toEqual([]);
  });

  test("a guard that is removed together with a database still stops its deletion, as the engine knows no such hook", async () => {
    await using emulator = await startEmulator();
    const shop = instance("shop", healthy);
    await using project = await startGuarded(emulator, { scene: { guard, resources: [shop, wiki] } });
    await project.up();

    project.write({ resources: [shop] });
    for (const { succeeded, output } of [await project.preview(), await project.up()]) {
      expect(succeeded, output).toBe(false);
      expect(output).toContain("alicloud-backups:guardDatabases");
    }
    expect(project.cloud.calls.map(({ method }) => method)).toEqual(["create", "create"]);
  });
});
