import { beforeEach, describe, expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import type { Properties } from "../support/plugin/pluginProperties.ts";
import { secret } from "../support/plugin/pluginProperties.ts";
import { healthy, refusalOf, settingsFor } from "../support/plugin/pluginScene.ts";
import { usePlugin } from "../support/plugin/usePlugin.ts";

const { emulator, plugin } = await usePlugin();
const configure = (more: Properties = {}) => plugin.configure({ ...settingsFor(emulator), ...more });
beforeEach(() => configure());

const none = { changes: "none", properties: [], replaces: [] };
const moved = { changes: "some", properties: ["place"], replaces: [] };
const taskGate = "urn:pulumi:test::project::alicloud-backups:rds:MigrateTaskGate::gate";
const backupGate = "urn:pulumi:test::project::alicloud-backups:rds:BackupGate::gate";
const task = { dbInstanceId: "rm-bp1erp00migrate01", migrateTaskId: "564522107" };

/** A gate that has passed in cn-hangzhou, as the state holds it; `of010` as version 0.1.0 recorded it. */
async function passed(inputs: Properties, urn: string) {
  const { properties } = await plugin.create(inputs, { urn });
  expect(properties.verdict).toBe("pass");
  emulator.clearRequests();
  const { place: _, ...of010 } = properties;
  const gate = { urn, before: inputs, news: inputs };
  return { now: { ...gate, recorded: { ...properties } }, of010: { ...gate, recorded: { ...of010 } } };
}

describe("W13: a task gate that passed in cn-hangzhou", () => {
  test("stands where it passed: nothing is asked", async () => {
    const { now, of010 } = await passed(task, taskGate);

    expect(await plugin.diff(now)).toEqual(none);
    expect(await plugin.diff(of010)).toEqual(none);
    expect(emulator.requests()).toEqual([]);
  });
  test("is evaluated again when the provider's region becomes cn-beijing", async () => {
    const { now } = await passed(task, taskGate);
    emulator.remove({ id: task.migrateTaskId });
    await configure({ region: "cn-beijing" });

    expect(await plugin.diff(now)).toEqual(moved);
    for (const preview of [true, false]) {
      expect((await refusalOf(plugin.update(now, { preview }))).details).toContain("(cn-beijing)");
    }
  });
  test("is evaluated again with a record of 0.1.0, which tells its region", async () => {
    const { of010 } = await passed(task, taskGate);
    await configure({ region: "cn-beijing" });

    expect(await plugin.diff(of010)).toEqual(moved);
  });
  test("records the new place where it passes there too, and then stands", async () => {
    const { now } = await passed(task, taskGate);
    await configure({ region: "cn-beijing" });

    const recorded = await plugin.update(now);
    expect(recorded).toMatchObject({
      verdict: "pass",
      place: `cn-beijing at ${emulator.url}`,
      migrateTask: { region: "cn-beijing" },
    });
    emulator.clearRequests();
    expect(await plugin.diff({ ...now, recorded: { ...recorded } })).toEqual(none);
    expect(emulator.requests()).toEqual([]);
  });
  test("is evaluated again at another endpoint that was set by hand", async () => {
    await using another = await startAnother();
    const { now, of010 } = await passed(task, taskGate);
    await plugin.configure(settingsFor(another.emulator));

    expect(await plugin.diff(now)).toEqual(moved);
    // What tells no place counts for its region.
    expect(await plugin.diff(of010)).toEqual(none);
    expect(another.emulator.requests()).toEqual([]);
  });
  test("stands when its own region is an argument, wherever the provider moves", async () => {
    const { now } = await passed({ ...task, region: "cn-hangzhou" }, taskGate);
    await configure({ region: "cn-beijing" });

    expect(await plugin.diff(now)).toEqual(none);
    expect(emulator.requests()).toEqual([]);
  });
  test("stands at the region's own hosts, which are its place: nothing is asked", async () => {
    const { now } = await passed(task, taskGate);
    await configure({ endpoints: null });

    expect(await plugin.diff({ ...now, recorded: { ...now.recorded, place: "cn-hangzhou" } })).toEqual(none);
    await configure({ endpoints: null, region: "cn-beijing" });
    expect(await plugin.diff({ ...now, recorded: { ...now.recorded, place: "cn-hangzhou" } })).toEqual(moved);
  });
  test("stands when a VPC host of its region is switched on: nothing is asked", async () => {
    const { now, of010 } = await passed(task, taskGate);
    const vpc = { endpoints: { rds: "https://rds-vpc.cn-hangzhou.aliyuncs.com" } };
    await configure(vpc);

    expect(await plugin.diff({ ...now, recorded: { ...now.recorded, place: "cn-hangzhou" } })).toEqual(none);
    expect(await plugin.diff(of010)).toEqual(none);
    // The provider's own region, and a host of another one: that is another place.
    await configure({ ...vpc, region: "cn-beijing" });
    expect(await plugin.diff(of010)).toEqual(moved);
    // W10: a host that is known to serve another region than the gate's own: for the evaluation to say.
    const elsewhere = { ...task, region: "cn-shanghai" };
    const gate = { ...now, before: elsewhere, news: elsewhere };
    expect(await plugin.diff(gate)).toMatchObject({ changes: "some" });
    expect((await refusalOf(plugin.update(gate, { preview: true }))).details).toContain("cn-shanghai");
    expect(emulator.requests()).toEqual([]);
  });
  test("is evaluated again when that argument changes", async () => {
    const { now } = await passed({ ...task, region: "cn-hangzhou" }, taskGate);
    const news = { ...task, region: "cn-beijing" };

    expect(await plugin.diff({ ...now, news })).toMatchObject({ changes: "some", properties: ["region"] });
    expect(await plugin.update({ ...now, news })).toMatchObject({ place: `cn-beijing at ${emulator.url}` });
  });
  test("is evaluated, and refused with the reason, when it is not known any more where to ask", async () => {
    const { now } = await passed(task, taskGate);
    await configure({ region: null });

    expect(await plugin.diff(now)).toMatchObject({ changes: "some" });
    expect((await refusalOf(plugin.update(now, { preview: true }))).details).toContain("region");
  });
  test("stands for a secret instance", async () => {
    const { now } = await passed({ ...task, dbInstanceId: secret(task.dbInstanceId) }, taskGate);

    expect(now.recorded.place).toEqual(secret(`cn-hangzhou at ${emulator.url}`));
    expect(await plugin.diff(now)).toEqual(none);
    await configure({ region: "cn-beijing" });
    expect(await plugin.diff(now)).toEqual(moved);
  });
});

describe("W13: a backup gate, which is evaluated every time", () => {
  test("is a change when it passes in another region: the record tells the old one", async () => {
    const { now, of010 } = await passed({ dbInstanceId: healthy, maxAge: "26h" }, backupGate);
    await configure({ region: "cn-beijing" });

    expect(await plugin.diff(now)).toEqual(moved);
    expect(await plugin.diff(of010)).toEqual(moved);
  });
  test("of several instances: not with a record of 0.1.0, which tells neither region nor place", async () => {
    const { now, of010 } = await passed({ dbInstanceIds: [healthy], maxAge: "26h" }, backupGate);
    await configure({ region: "cn-beijing" });

    expect(now.recorded).toMatchObject({ verdict: "pass", place: `cn-hangzhou at ${emulator.url}` });
    expect(await plugin.diff(now)).toEqual(moved);
    expect(await plugin.diff(of010)).toEqual(none);
  });
  test("that is off has passed nowhere, and moves nowhere", async () => {
    const inputs = { dbInstanceId: healthy, enforcement: "off" };
    const { properties } = await plugin.create(inputs);
    await configure({ region: "cn-beijing" });

    expect(properties.place).toBeUndefined();
    expect(await plugin.diff({ recorded: { ...properties }, before: inputs, news: inputs })).toEqual(none);
  });
});

async function startAnother() {
  const another = await startEmulator();
  return { emulator: another, [Symbol.asyncDispose]: () => another.close() };
}
