import { beforeEach, describe, expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import { deletionRefusal } from "../../provider/gates/deletionRefusal.ts";
import { gateDiffs } from "../../provider/gates/gateDiffs.ts";
import { backup, DAY, HOUR, iso, NOW, SHOP } from "../support/fixtures/backups.ts";
import { ERP, migrateTask } from "../support/fixtures/tasks.ts";
import { dynamicGateResource } from "../support/lookups/dynamicResource.ts";
import { evaluateGate, gateNamed } from "../support/lookups/gates.ts";
import { failure, openSession } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

const emulator = await useEmulator();

const reason = "RDS is down in cn-hangzhou, CHG-1234";
const inForce = { reason, until: iso(NOW + HOUR) };
const ended = { reason, until: iso(NOW - HOUR) };
const NOTE = `Let through by an override until 2026-08-10T13:00:30Z: ${reason}`;
const ENDED = "The override ended at 2026-08-10T11:00:30Z and counts no more.";

const stale = { dbInstanceId: SHOP, maxAge: "26h" };
const task = { dbInstanceId: ERP, migrateTaskId: "1" };

beforeEach(() => {
  emulator.add(backup("1", 50), migrateTask("1", 5, { Status: "Running" }));
});

/** A verdict of each kind, and what a report says of it. */
const questions = {
  fail: { gate: "BackupGate", values: stale, says: "older than 26h" },
  pending: { gate: "MigrateTaskGate", values: task, says: "it is Running" },
  unknown: { gate: "BackupGate", values: stale, says: "the reply is not a JSON object" },
} as const;

function ask(verdict: keyof typeof questions) {
  const { gate, values, says } = questions[verdict];
  if (verdict === "unknown") emulator.inject({ kind: "html", times: 99 });
  const run = (controls: JsonObject, phase: "preview" | "up" = "up") =>
    evaluateGate(openSession(emulator), gate, { ...values, ...controls }, { phase });
  return { run, says };
}

describe.each(["fail", "pending", "unknown"] as const)("%s", (verdict) => {
  test("is let through while the override is in force, with report and reason; the verdict stays what it is", async () => {
    const { run, says } = ask(verdict);
    const outcome = await run({ override: inForce });

    expect(outcome).toMatchObject({ kind: "overridden", record: { verdict, overridden: true } });
    expect(outcome.report).toContain(says);
    expect(outcome.report).toContain(NOTE);
    expect(outcome).not.toHaveProperty("record.backupId");
  });

  test("in preview too, where only up will tell what is recorded", async () => {
    const { run } = ask(verdict);
    expect(await run({ override: inForce }, "preview")).toMatchObject({ kind: "overridden", record: undefined });
  });

  test("is not waited for", async () => {
    const { run } = ask(verdict);
    const { kind, pauses } = await run({ override: inForce, waitFor: "1h" });
    expect(kind).toBe("overridden");
    // An outage is tried again, for seconds and not for the hour.
    expect(pauses.reduce((sum, each) => sum + each, 0)).toBeLessThan(600);
  });

  test("is refused once the override has ended, and the report says when that was", async () => {
    const { run, says } = ask(verdict);
    const outcome = await run({ override: ended });
    expect(outcome.kind).toBe("refused");
    expect(outcome.report).toContain(says);
    expect(outcome.report).toContain(ENDED);
    expect(outcome.report).not.toContain(reason);
  });

  test("is warned of under warn once it has ended", async () => {
    const { run } = ask(verdict);
    const outcome = await run({ override: ended, enforcement: "warn" });
    expect(outcome.kind).toBe("warned");
    expect(outcome).not.toHaveProperty("record.overridden");
    expect(outcome.report).toContain(ENDED);
  });
});

test("a wait that an ended override does not open says both", async () => {
  const { kind, report } = await ask("fail").run({ override: ended, waitFor: "1m" });
  expect(kind).toBe("refused");
  expect(report).toContain("Gave up: waited 1m");
  expect(report).toContain(ENDED);
  expect(report.split("\n").length).toBeLessThanOrEqual(12);
});

test("a pass needs no override, and is recorded as one", async () => {
  emulator.add(backup("2", 1));
  const outcome = await ask("fail").run({ override: inForce });
  expect(outcome).toMatchObject({ kind: "passed", record: { verdict: "pass", backupId: "2" } });
  expect(outcome).not.toHaveProperty("record.overridden");
  expect(outcome.report).not.toContain(reason);
});

test("one that would last longer than 7 days is an error, whatever the verdict", async () => {
  const tooLong = { override: { reason, until: iso(NOW + 7 * DAY + HOUR) } };
  const message = /^override\.until: 2026-08-17T13:00:30Z is more than 7 days after now/;
  expect((await failure(ask("fail").run(tooLong))).message).toMatch(message);
  emulator.add(backup("2", 1));
  expect((await failure(ask("fail").run(tooLong))).message).toMatch(message);
});

describe("by whose clock", () => {
  const run = (now: number) =>
    evaluateGate(openSession(emulator, { now }), "BackupGate", { ...stale, override: ended });

  test("a local clock that was turned back brings nothing back in force that has ended by the service's", async () => {
    expect((await run(NOW - 2 * HOUR)).kind).toBe("refused");
  });
  test("nor does a service whose time is behind, by the local clock", async () => {
    emulator.setModes({ dateHeader: "absent" });
    expect((await run(NOW)).kind).toBe("refused");
  });
});

test("an input that is still unknown in up is an unknown verdict, and let through as one", async () => {
  const values = { maxAge: "26h", override: inForce };
  const session = openSession(emulator);
  const run = (override: JsonObject, unknown = ["dbInstanceId"]) =>
    evaluateGate(session, "BackupGate", { ...values, override }, { unknown: new Set(unknown) });

  expect(await run(inForce)).toMatchObject({ kind: "overridden", record: { verdict: "unknown", overridden: true } });
  expect((await run(ended)).report).toContain(ENDED);
  expect((await run(ended)).kind).toBe("refused");
});

describe("the next deployment", () => {
  const due = (record: JsonObject, oldInputs: JsonObject, values: JsonObject) =>
    gateDiffs(gateNamed("MigrateTaskGate"), { record, oldInputs, inputs: { values, unknown: new Set() } }, (work) =>
      work(openSession(emulator)),
    );
  const overridden = { ...task, override: inForce };

  test("evaluates a gate again that was let through, though recheck is untilPassed", async () => {
    const { record } = await ask("pending")
      .run({ override: inForce })
      .then((outcome) => ({ record: {}, ...outcome }));
    expect(record).toBeDefined();
    expect(await due({ ...record }, overridden, overridden)).toEqual(["verdict"]);
    expect(await due({ ...record }, overridden, task)).toEqual(["override"]);
  });

  test("of a gate that has passed: an override that is taken away is no change, one that is added is", async () => {
    const passed = { verdict: "pass", migrateTaskId: "1" };
    expect(await due(passed, overridden, task)).toEqual([]);
    expect(await due(passed, task, overridden)).toEqual(["override"]);
    expect(await due(passed, overridden, { ...task, maxAge: "7d" })).toEqual(["maxAge"]);
  });
});

describe("delete with denyDestroy", () => {
  const remove = async (values: JsonObject) => {
    const session = openSession(emulator);
    const gate = gateNamed("BackupGate");
    const inputs = { values: { ...stale, denyDestroy: true, ...values }, unknown: new Set<string>() };
    const refusal = await deletionRefusal(gate, { inputs, properties: { verdict: "pass" } }, (work) => work(session));
    return { refusal, warnings: session.warnings };
  };

  test("goes on while the override is in force, and says why", async () => {
    const { refusal, warnings } = await remove({ override: inForce });
    expect(refusal).toBeUndefined();
    expect(warnings).toEqual([expect.stringContaining(NOTE)]);
    expect(warnings[0]).toContain("older than 26h");
  });
  test("goes on too where conditions of another version cannot be read", async () => {
    const { refusal, warnings } = await remove({ override: inForce, maxAge: "soon" });
    expect(refusal).toBeUndefined();
    expect(warnings[0]).toContain("maxAge: expected a duration");
  });
  test.each([
    ["one that has ended", ended, ENDED],
    ["one that lasts too long", { reason, until: iso(NOW + 8 * DAY) }, "override.until: "],
    ["one without a reason", { until: inForce.until }, "The gate has denyDestroy"],
    ["one of another form", "until tomorrow", "The gate has denyDestroy"],
  ])("is refused under %s", async (_, override, says) => {
    const { refusal, warnings } = await remove({ override });
    expect(refusal).toContain(says);
    expect(refusal).toContain("older than 26h");
    expect(warnings).toEqual([]);
  });
});

describe("what is wrong is told before anything is asked", () => {
  test.each<readonly [JsonObject[string], string]>([
    [{ reason: " ", until: inForce.until }, "override.reason: expected why the gate may be passed, in words"],
    [{ until: inForce.until }, "override.reason: is required"],
    [{ reason }, "override.until: is required"],
    [{ reason, until: "tomorrow" }, "override.until: expected a time with its zone"],
    [{ reason, until: "2026-08-10T14:00:00" }, "override.until: expected a time with its zone"],
    [{ ...inForce, by: "me" }, "override: has no member by"],
    ["CHG-1234", "override: expected an object"],
    [true, "override: expected an object"],
  ])("%j", (override, says) => {
    const check = () => gateNamed("BackupGate").check({ values: { ...stale, override }, unknown: new Set() });
    expect(check).toThrow(says);
    expect(emulator.requests()).toEqual([]);
  });
});

describe("a dynamic gate, on the real clock", async () => {
  const real = await useEmulator(() => startEmulator({ seeds: [] }));
  const until = (ms: number) => ({ override: { reason, until: iso(Date.now() + ms) } });
  const gate = () => dynamicGateResource(real, "MigrateTaskGate");
  const addRunning = () =>
    real.add(migrateTask("1", 0, { CreateTime: iso(Date.now() - HOUR), EndTime: undefined, Status: "Running" }));

  test("is let through, records the verdict, and is due again", async () => {
    addRunning();
    const inputs = { ...task, ...until(HOUR) };
    expect(await gate().failures({}, inputs)).toEqual([]);
    const outs = await gate().outs(inputs);
    expect(outs).toMatchObject({ verdict: "pending", overridden: true, override: inputs.override });
    expect(await gate().diff("", outs, inputs)).toEqual({ changes: true });
  });

  test("with the same inputs it is refused once the override has ended", async () => {
    addRunning();
    const inputs = { ...task, ...until(-HOUR) };
    const [refusal] = await gate().failures(inputs, inputs);
    expect(refusal?.reason).toContain("it is Running");
    expect(refusal?.reason).toContain("The override ended at");
  });

  test("one that is taken away after a pass opens no deletion any more", async () => {
    real.add(migrateTask("1", 0, { CreateTime: iso(Date.now() - HOUR) }));
    const inputs = { ...task, denyDestroy: true };
    const outs = await gate().outs({ ...inputs, ...until(HOUR) });
    expect(outs).toMatchObject({ verdict: "pass" });
    expect(await gate().diff("", outs, inputs)).toEqual({ changes: true });
    const { outs: updated } = await gate().update("", outs, inputs);
    real.reset();
    await expect(gate().delete("", updated)).rejects.toThrow("The gate has denyDestroy");
    await expect(gate().diff("", updated, inputs)).resolves.toEqual({ changes: false });
  });

  test("one that would last too long is a failure of its property", async () => {
    addRunning();
    expect(await gate().failures({}, { ...task, ...until(8 * DAY) })).toEqual([
      { property: "override.until", reason: expect.stringContaining("more than 7 days after now") },
    ]);
  });
});
