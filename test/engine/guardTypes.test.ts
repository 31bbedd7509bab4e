import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";
import { refusals } from "../support/engine/refusals.ts";
import { instance } from "../support/engine/scenes.ts";
import { startGuarded } from "../support/engine/startGuarded.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { configuredPlugin, healthy, stale } from "../support/plugin/pluginScene.ts";

const now = Date.now();
const emulator = await useEmulator(() => startEmulator({ clock: { now: () => now } }));

const guard = { maxAge: "26h" };

/** What the SDK of one of them or another insists on. */
const required = {
  ...instance("copy", healthy).args,
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
};
const types = [
  {
    type: "RdsCloneDbInstance",
    token: "alicloud:rds/rdsCloneDbInstance:RdsCloneDbInstance",
    id: "rm-bp1clone00000001",
  },
  {
    type: "RdsUpgradeDbInstance",
    token: "alicloud:rds/rdsUpgradeDbInstance:RdsUpgradeDbInstance",
    id: "rm-bp1upgrade000001",
  },
  { type: "DdrInstance", token: "alicloud:rds/ddrInstance:DdrInstance", id: "rm-bp1ddr0000000001" },
] as const;
const copies = (more = {}) =>
  types.map(({ type, id }) => {
    const name = type.toLowerCase();
    return { type, name, args: { ...required, instanceName: id, dbInstanceDescription: id, ...more } };
  });

/** Before the first reply the window's start can only come from the local clock, which goes on between two questions. */
const withoutStart = (text = "") => text.replace(/from \S+Z/, "from then");

describeWithEngine("what guardDatabases guards, and what it says", () => {
  test("instances that are made from others are guarded too", async () => {
    for (const { id } of types) emulator.addSubject(id);
    await using project = await startGuarded(emulator, { scene: { guard, resources: copies() } });
    await project.up();
    project.write({ guard, resources: copies({ port: "3307" }) });

    for (const { type, token, id } of types) {
      const name = type.toLowerCase();
      const { events } = await project.preview({ target: [`urn:pulumi:test::inline::${token}::${name}`] });
      expect(events.steps()).toMatchObject({ [name]: ["update began"] });
      const report = `${id} (cn-hangzhou): no good backup: there is no backup`;
      expect(events.told("error")).toEqual(refusals("preview", { [name]: report }));
    }
  });

  test("the refusal is word for word the report of rds.getBackupReadiness", async () => {
    await using plugin = await configuredPlugin(emulator);
    await using project = await startGuarded(emulator, { scene: { guard, resources: [instance("wiki", stale)] } });
    await project.up();

    project.write({ guard, resources: [instance("wiki", stale, { port: "3307" })] });
    const { events } = await project.preview();

    const verdict = await plugin.invoke("rds:getBackupReadiness", { ...guard, dbInstanceId: stale });
    const { report } = verdict.result;
    expect(String(report).split("\n").length).toBeGreaterThan(3);
    const [refusal] = events.told("error").wiki ?? [];
    expect(withoutStart(refusal?.trimEnd())).toBe(
      withoutStart(`Preview failed: before hook "alicloud-backups:guardDatabases" failed: ${report}`),
    );
  });
});
