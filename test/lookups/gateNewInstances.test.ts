import { beforeEach, describe, expect, test } from "vitest";
import type { JsonObject } from "../../provider/core/json.ts";
import { deletionRefusal } from "../../provider/gates/deletionRefusal.ts";
import { gateDiffs } from "../../provider/gates/gateDiffs.ts";
import { recordOfLostPass } from "../../provider/gates/recordOfLostPass.ts";
import type { WithSession } from "../../provider/gates/withSession.ts";
import { backup, SHOP } from "../support/fixtures/backups.ts";
import { evaluateGate, gateNamed } from "../support/lookups/gates.ts";
import { openSession } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

const emulator = await useEmulator();
const gate = gateNamed("BackupGate");
const OTHER = "rm-bp1other";
const inputs = { dbInstanceId: SHOP, newInstances: "allow" };
const both = { dbInstanceIds: [SHOP, OTHER], newInstances: "allow" };
const withSession: WithSession = (work) => work(openSession(emulator));

beforeEach(() => {
  emulator.addSubject(SHOP);
  emulator.addSubject(OTHER);
});

/** What the state keeps after a deployment with these inputs: its properties of before, and nothing for a new gate. */
async function deploy(values: JsonObject, properties?: JsonObject): Promise<JsonObject> {
  const outcome = await evaluateGate(openSession(emulator), "BackupGate", values, { properties });
  if (outcome.kind === "refused" || outcome.kind === "deferred") throw new Error(outcome.report);
  return { ...values, ...outcome.record };
}

const changes = (values: JsonObject, record: JsonObject) =>
  gateDiffs(gate, { record, oldInputs: values, inputs: { values, unknown: new Set() } }, withSession);

const REFUSED = "it is not taken for a new instance: a backup of it was recorded before";
const withoutBackups = () => emulator.remove({ subject: SHOP });

test("a new instance: recorded without an ID, and no change while it stays new", async () => {
  const state = await deploy(inputs);
  expect(state).toEqual({
    ...inputs,
    verdict: "pass",
    place: expect.stringMatching(/^cn-hangzhou/),
    recordedInstances: [],
  });
  expect(await changes(inputs, state)).toEqual([]);
});

test("its first backup is a change, once: recorded, it is never new again", async () => {
  const fresh = await deploy(inputs);
  emulator.add(backup("1", 5));
  expect(await changes(inputs, fresh)).toEqual(["recordedInstances"]);

  const state = await deploy(inputs, fresh);
  expect(state).toMatchObject({ backupId: "1", verdict: "pass" });
  expect(state).not.toHaveProperty("recordedInstances");
  emulator.add(backup("2", 1));
  expect(await changes(inputs, state)).toEqual([]);

  withoutBackups();
  expect(await changes(inputs, state)).toEqual(["verdict"]);
  await expect(deploy(inputs, state)).rejects.toThrow(REFUSED);
});

describe("a gate that has recorded a backup remembers it", () => {
  const recorded = async () => {
    emulator.add(backup("1", 5));
    const state = await deploy({ ...inputs, newInstances: "deny" });
    withoutBackups();
    return state;
  };

  test.each(["warn", "off"])("through a deployment under %s, which drops the ID", async (enforcement) => {
    const state = await deploy({ ...inputs, enforcement }, await recorded());
    expect(state).toMatchObject({ recordedInstances: [SHOP] });
    expect(state).not.toHaveProperty("backupId");
    const again = await deploy({ ...inputs, enforcement }, state);
    await expect(deploy(inputs, again)).rejects.toThrow(REFUSED);
  });

  test("through a refresh", async () => {
    const state = await recorded();
    const refreshed = await recordOfLostPass(gate, state, { values: inputs, unknown: new Set() }, withSession);
    expect(refreshed).toEqual({ verdict: "fail", recordedInstances: [SHOP] });
    await expect(deploy(inputs, { ...inputs, ...refreshed })).rejects.toThrow(REFUSED);
  });

  test("for another instance that it is turned to", async () => {
    const state = await recorded();
    await expect(deploy({ ...inputs, dbInstanceId: OTHER }, state)).rejects.toThrow(REFUSED);
  });

  test("when it is deleted under denyDestroy", async () => {
    const locked = { values: { ...inputs, denyDestroy: true }, unknown: new Set<string>() };
    const state = await recorded();
    expect(await deletionRefusal(gate, { inputs: locked, properties: state }, withSession)).toContain(REFUSED);
    const fresh = { ...inputs, verdict: "pass", recordedInstances: [] };
    expect(await deletionRefusal(gate, { inputs: locked, properties: fresh }, withSession)).toBeUndefined();
  });

  test("in a state of version 0.1.0, also of several instances", async () => {
    const one = { dbInstanceId: SHOP, verdict: "pass", backupId: "1" };
    await expect(deploy(inputs, one)).rejects.toThrow(REFUSED);
    const several = { dbInstanceIds: [SHOP, OTHER], verdict: "pass" };
    await expect(deploy(both, several)).rejects.toThrow(REFUSED);
  });
});

test("of several instances each is new by itself", async () => {
  emulator.add(backup("1", 5));
  const state = await deploy(both);
  expect(state).toEqual({
    ...both,
    verdict: "pass",
    place: expect.stringMatching(/^cn-hangzhou/),
    recordedInstances: [SHOP],
  });
  expect(await changes(both, state)).toEqual([]);
  // The other one's first backup.
  emulator.add({ ...backup("2", 3, { DBInstanceId: OTHER }), subject: OTHER });
  expect(await changes(both, state)).toEqual(["recordedInstances"]);
  const complete = await deploy(both, state);
  expect(complete).toEqual({ ...both, verdict: "pass", place: expect.stringMatching(/^cn-hangzhou/) });

  withoutBackups();
  await expect(deploy(both, complete)).rejects.toThrow(`${SHOP} (cn-hangzhou): no good backup`);
});
