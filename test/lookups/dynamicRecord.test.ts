import { describe, expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import { dynamicGateResource } from "../support/lookups/dynamicResource.ts";
import { failure } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { day, healthy } from "../support/plugin/pluginScene.ts";

const emulator = await useEmulator(startEmulator);

const beijing = { region: "cn-beijing" };
const backupGate = (more = {}) => dynamicGateResource(emulator, "BackupGate", more);
const taskGate = (more = {}) => dynamicGateResource(emulator, "MigrateTaskGate", more);
const task = { dbInstanceId: "rm-bp1erp00migrate01", migrateTaskId: "564522107" };
const fresh = { dbInstanceId: healthy, maxAge: "26h" };

/** As version 0.1.0 recorded it. */
function withoutPlace({ place: _, ...of010 }: JsonObject): JsonObject {
  return of010;
}

describe("W13: a dynamic gate that passed in cn-hangzhou", () => {
  test("stands there, with a record of 0.1.0 too: nothing is asked", async () => {
    const recorded = await taskGate().outs(task);
    emulator.clearRequests();

    expect(recorded.place).toBe(`cn-hangzhou at ${emulator.url}`);
    expect(await taskGate().diff("", recorded, task)).toEqual({ changes: false });
    expect(await taskGate().diff("", withoutPlace(recorded), task)).toEqual({ changes: false });
    expect(emulator.requests()).toEqual([]);
  });
  test("is a change in cn-beijing, and evaluated there", async () => {
    const recorded = await taskGate().outs(task);

    expect(await taskGate(beijing).diff("", recorded, task)).toEqual({ changes: true });
    expect(await taskGate(beijing).diff("", withoutPlace(recorded), task)).toEqual({ changes: true });
    emulator.remove({ id: task.migrateTaskId });
    const refusal = await failure(taskGate(beijing).update("", recorded, task));
    expect(refusal.message).toContain("(cn-beijing)");
  });
  test("stands when its own region is an argument", async () => {
    const inputs = { ...task, region: "cn-hangzhou" };

    expect(await taskGate(beijing).diff("", await taskGate().outs(inputs), inputs)).toEqual({ changes: false });
  });
  test("is a change, and no failure, when the configuration cannot be used any more", async () => {
    const recorded = await taskGate().outs(task);

    expect(await taskGate({ region: "cn-nowhere", endpoints: "" }).diff("", recorded, task)).toEqual({ changes: true });
  });
  test("that is evaluated every time is a change too", async () => {
    expect(await backupGate(beijing).diff("", await backupGate().outs(fresh), fresh)).toEqual({ changes: true });
  });
});

describe("H10: state of another version", () => {
  const recordedWith = (inputs: JsonObject) => ({ ...inputs, verdict: "pass", backupId: "1", given: inputs });

  test.each<readonly [string, JsonObject]>([
    ["a control", { ...fresh, recheck: "sometimes" }],
    ["a condition", { ...fresh, maxAge: "a day" }],
    ["an argument that is none", { ...fresh, minRows: 5 }],
  ])("%s that cannot be read: deleted, refreshed, and a change", async (_, inputs) => {
    const recorded = recordedWith(inputs);

    await backupGate().delete("", recorded);
    expect(await backupGate().read("backup", recorded)).toEqual({ id: "backup", props: recorded });
    expect(await backupGate().diff("", recorded, fresh)).toEqual({ changes: true });
    // A refresh asks with the old inputs.
    expect(await backupGate().diff("", recorded, inputs)).toEqual({ changes: true });
    expect(emulator.requests()).toEqual([]);
  });
  test.each<readonly [string, JsonObject]>([
    ["maxAge", { ...fresh, maxAge: "a day" }],
    ["minRows", { ...fresh, minRows: 5 }],
  ])("denyDestroy, and the condition %s that cannot be read: refused, with the way out", async (name, inputs) => {
    const { message } = await failure(backupGate().delete("", recordedWith({ ...inputs, denyDestroy: true })));

    expect(message).toMatch(/^The gate has denyDestroy and cannot be deleted, because its verdict is unknown: /);
    expect(message).toContain(name);
    expect(message).toContain("deploy it with denyDestroy: false and enforcement: off");
    expect(message).not.toMatch(/invalid_|ZodError/);
    expect(emulator.requests()).toEqual([]);
  });
  test.each<readonly [string, JsonObject]>([
    ["in text", recordedWith({ ...fresh, denyDestroy: "true" })],
    ["beside a word that cannot be read", recordedWith({ ...fresh, denyDestroy: true, recheck: "sometimes" })],
    ["of a record that does not keep the arguments apart", { ...fresh, denyDestroy: true, verdict: "pass" }],
    ["of a record that keeps them in another form", { ...fresh, denyDestroy: 1, verdict: "pass", given: "x" }],
  ])("denyDestroy %s: refused while the verdict is not pass", async (_, recorded) => {
    await backupGate().delete("", recorded);
    emulator.age({ subject: healthy }, 3 * day);

    expect((await failure(backupGate().delete("", recorded))).message).toContain("older than 26h");
  });
});
