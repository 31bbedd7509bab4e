import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { database, instance } from "../standin/scenes.ts";
import { startGuarded } from "../standin/startGuarded.ts";
import { describeWithEngine } from "../support/engineTests.ts";
import { configuredPlugin, healthy, stale } from "../support/pluginScene.ts";

const guard = { maxAge: "26h" };
const port = { port: "3307" };
const [shop, wiki] = [instance("shop", healthy), instance("wiki", stale)];
const tooOld = `${stale} (cn-hangzhou): no good backup: the newest usable backup is 9d`;

/** Before the first reply the window's start can only come from the local clock, which goes on between two questions. */
const withoutStart = (text = "") => text.replace(/from \S+Z/, "from then");

describeWithEngine("guardDatabases", () => {
  test("create is not guarded; update is refused where the backups are stale, and goes on where they are good", async () => {
    await using emulator = await startEmulator();
    await using project = await startGuarded(emulator, { scene: { guard, resources: [shop, wiki] } });

    expect(await project.up()).toMatchObject({ succeeded: true });
    expect(project.cloud.calls).toEqual([
      { method: "create", name: expect.any(String), id: expect.any(String) },
      { method: "create", name: expect.any(String), id: expect.any(String) },
    ]);
    expect(emulator.requests()).toEqual([]);

    project.write({ guard, resources: [instance("shop", healthy, port), instance("wiki", stale, port)] });
    for (const { succeeded, output, events } of [await project.preview(), await project.up()]) {
      expect(succeeded, output).toBe(false);
      expect(events.touched()).toMatchObject({ shop: "update", wiki: "update" });
      const errors = events.messages().filter(({ severity }) => severity === "error");
      expect(errors.filter(({ resource }) => resource === "shop")).toEqual([]);
      const [refusal] = errors.filter(({ resource }) => resource === "wiki");
      expect(refusal?.text).toContain(tooOld);
      expect(refusal?.text).toContain("What to do");
      expect(output).not.toMatch(/^ +at /m);
    }
    expect(project.cloud.calls.slice(2)).toEqual([{ method: "update", name: "shop", id: healthy }]);
  });

  test("a removed instance and a removed database are deleted only with a good backup of their instance", async () => {
    await using emulator = await startEmulator();
    const [orders, pages] = [database("orders", healthy), database("pages", stale)];
    await using project = await startGuarded(emulator, { scene: { guard, resources: [shop, wiki, orders, pages] } });
    await project.up();

    project.write({ guard, resources: [shop] });
    const preview = await project.preview();
    expect(preview.succeeded).toBe(false);
    // Nothing has called the plugin before the deletions: they must not wait for it for ever.
    const up = await project.up();
    expect(up.succeeded).toBe(false);
    expect(up.events.messages().map(({ resource }) => resource)).toEqual(expect.arrayContaining(["wiki"]));
    for (const { output } of [preview, up]) {
      expect(output).toContain(tooOld);
      expect(output).not.toContain(`${healthy} (cn-hangzhou): no good`);
    }
    const deleted = project.cloud.calls.filter(({ method }) => method === "delete").map(({ id }) => id);
    // An engine that met a refusal may leave the others for the next run.
    expect([[], [`${healthy}:orders`]]).toContainEqual(deleted);
    expect(Object.keys(await project.state())).toEqual(expect.arrayContaining(["shop", "wiki", "pages"]));

    emulator.repeat({ subject: stale });
    expect(await project.up()).toMatchObject({ succeeded: true });
    expect(project.cloud.ids).toEqual([healthy]);
  });

  test("the refusal is word for word the report of rds.getBackupReadiness", async () => {
    const now = Date.now();
    await using emulator = await startEmulator({ clock: { now: () => now } });
    await using plugin = await configuredPlugin(emulator);
    await using project = await startGuarded(emulator, { scene: { guard, resources: [wiki] } });
    await project.up();

    project.write({ guard, resources: [instance("wiki", stale, port)] });
    const { events } = await project.preview();

    const verdict = await plugin.invoke("rds:getBackupReadiness", { ...guard, dbInstanceId: stale });
    const { report } = verdict.result;
    expect(String(report).split("\n").length).toBeGreaterThan(3);
    const [refusal] = events.messages().filter(({ resource }) => resource === "wiki");
    expect(withoutStart(refusal?.text.trimEnd())).toBe(
      withoutStart(`Preview failed: before hook "alicloud-backups:guardDatabases" failed: ${report}`),
    );
  });

  test.each(["RdsCloneDbInstance", "RdsUpgradeDbInstance", "DdrInstance"] as const)(
    "%s is guarded too",
    async (type) => {
      await using emulator = await startEmulator();
      const required = {
        dbInstanceStorageType: "cloud_essd",
        paymentType: "PayAsYouGo",
        sourceDbInstanceId: healthy,
        targetMajorVersion: "16.0",
        collectStatMode: "After",
        switchOver: "true",
        dbInstanceClass: "mysql.n2.medium.1",
        dbInstanceStorage: 50,
        instanceNetworkType: "VPC",
        restoreType: "BackupSet",
        ...shop.args,
        instanceName: stale,
        dbInstanceDescription: stale,
      };
      const item = { type, name: "copy", args: required };
      await using project = await startGuarded(emulator, { scene: { guard, resources: [item] } });
      expect(await project.up()).toMatchObject({ succeeded: true });

      project.write({ guard, resources: [{ ...item, args: { ...required, ...port } }] });
      const up = await project.up();

      expect(up.succeeded).toBe(false);
      expect(up.output).toContain(tooOld);
      expect(project.cloud.calls).toEqual([{ method: "create", name: "copy", id: stale }]);
    },
  );
});
