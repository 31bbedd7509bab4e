import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Emulator, type FieldChanges, startEmulator } from "../../emulator/index.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import type { Surroundings } from "../../provider/lookups/gate/gate.ts";
import { backup, iso, NOW, SHOP } from "../support/backups.ts";
import { evaluateGate } from "../support/gates.ts";
import { failure, openSession, type TestSession } from "../support/lookups.ts";
import { ERP, migrateTask, ossDownload } from "../support/tasks.ts";

let emulator: Emulator;
let session: TestSession;
/** What happens elsewhere during the first, the second pause and so on. */
let meanwhile: readonly (() => void)[];

beforeAll(async () => {
  // The service's time goes on as the gate sleeps.
  emulator = await startEmulator({
    seeds: [],
    clock: { now: () => session?.host.now() ?? NOW },
    modes: { timestamps: "unchecked" },
  });
});
afterAll(() => emulator.close());
beforeEach(() => {
  meanwhile = [];
  session = openSession(emulator, { onSleep: () => meanwhile[session.host.sleeps.length]?.() });
  emulator.reset();
});

function backupGate(more: JsonObject = {}, surroundings: Partial<Surroundings> = {}) {
  return evaluateGate(
    session,
    "BackupGate",
    { dbInstanceId: SHOP, maxAge: "26h", waitFor: "2h", ...more },
    surroundings,
  );
}

/** The gate of one task that runs and becomes something else after so many seconds. */
function taskGate(seconds: number, becomes: JsonObject, more: JsonObject = {}) {
  const running = migrateTask("1", 1, { Status: "Running", EndTime: "" });
  emulator.add({ ...running, timeline: [{ after: seconds * 1000, set: becomes }] });
  return evaluateGate(session, "MigrateTaskGate", { dbInstanceId: ERP, migrateTaskId: "1", waitFor: "2h", ...more });
}

/** A backup that began at this moment of the wait and is over. */
function begunNow(id: string, changes: FieldChanges = {}) {
  const at = iso(session.host.now());
  emulator.add(backup(id, 0, { BackupStartTime: at, BackupEndTime: at, ...changes }));
}

describe("success", () => {
  test("of a task at the third look", async () => {
    const { decision, outputs, pauses } = await taskGate(12, { Status: "Success" });

    expect({ decision, pauses }).toEqual({ decision: "open", pauses: [5, 10] });
    expect(outputs).toMatchObject({ verdict: "pass", migrateTaskId: "1", migrateTask: { status: "Success" } });
  });
  test("of a backup that was made meanwhile: that one is recorded", async () => {
    emulator.add(backup("1", 30));
    meanwhile = [() => undefined, () => begunNow("2")];
    const { decision, outputs, pauses, report } = await backupGate();

    expect({ decision, pauses }).toEqual({ decision: "open", pauses: [5, 10] });
    expect(outputs).toMatchObject({ verdict: "pass", backupId: "2" });
    expect(report).toMatch(/^rm-bp1shop \(cn-hangzhou\) has a good backup: 2 of /);
  });
  test("of files, once the last is restored", async () => {
    const restoring = ossDownload("1", "b.bak", { Status: "Restoring", EndTime: "" });
    emulator.add(migrateTask("1", 3), ossDownload("1", "a.bak"));
    emulator.add({ ...restoring, timeline: [{ after: 30_000, set: { Status: "Restored" } }] });
    const asked = { dbInstanceId: ERP, migrateTaskId: "1", stage: "restored", waitFor: "1h" };

    expect(await evaluateGate(session, "OssDownloadGate", asked)).toMatchObject({
      decision: "open",
      pauses: [5, 10, 20],
    });
  });
});

describe("a reason that waiting cannot change", () => {
  test("that is there from the start: not one pause", async () => {
    const { decision, pauses, lines } = await taskGate(0, { Status: "Failed" });

    expect({ decision, pauses, lines }).toEqual({ decision: "refuse", pauses: [], lines: [] });
  });
  test("that comes up meanwhile: refused at that look", async () => {
    const { decision, pauses, report, outputs } = await taskGate(12, { Status: "Failed" });

    expect({ decision, pauses, outputs }).toEqual({
      decision: "refuse",
      pauses: [5, 10],
      outputs: { verdict: "fail" },
    });
    expect(report).toContain("migrate task 1 of orders: it is Failed");
    expect(report).toContain("Gave up: waited 15s in 3 looks");
  });
  test("a state nobody knows ends it too", async () => {
    expect(await taskGate(12, { Status: "Paused" })).toMatchObject({ decision: "refuse", pauses: [5, 10] });
  });
  test("a backup that began during the wait and failed", async () => {
    emulator.add(backup("1", 30));
    meanwhile = [() => undefined, () => begunNow("2", { BackupStatus: "Failed" })];
    const { decision, pauses, report } = await backupGate();

    expect({ decision, pauses }).toEqual({ decision: "refuse", pauses: [5, 10] });
    expect(report).toContain("the backup failed");
  });
  test("but not a backup that failed before: another may come", async () => {
    emulator.add(backup("1", 30), backup("2", 6, { BackupStatus: "Failed" }));
    meanwhile = [() => undefined, () => undefined, () => begunNow("3")];

    expect(await backupGate()).toMatchObject({ decision: "open", pauses: [5, 10, 20], outputs: { backupId: "3" } });
  });
  test("nor one that began before and fails during the wait", async () => {
    emulator.add(backup("1", 30), backup("2", 0.2, { BackupStatus: "Running" }));
    emulator.change({ id: "2" }, { BackupStatus: "Failed" });
    meanwhile = [() => begunNow("3")];

    expect(await backupGate()).toMatchObject({ decision: "open", pauses: [5] });
  });
});

describe("an answer that is unknown", () => {
  test("at the start: not one pause", async () => {
    emulator.add(backup("1", 30));
    emulator.inject({ kind: "error", status: 403, code: "Forbidden.RAM" });

    expect(await backupGate()).toMatchObject({ decision: "refuse", pauses: [], outputs: { verdict: "unknown" } });
  });
  test("in the middle ends the wait, though the next look would pass", async () => {
    emulator.add(backup("1", 30));
    meanwhile = [() => emulator.inject({ kind: "error", status: 403, code: "Forbidden.RAM" }), () => begunNow("2")];
    const { decision, pauses, report } = await backupGate();

    expect({ decision, pauses }).toEqual({ decision: "refuse", pauses: [5] });
    expect(report).toContain("Forbidden.RAM");
    expect(report).toMatch(/Gave up: waited 5s in 2 looks; seen: .*30h old.*; .*Forbidden\.RAM/);
  });
});

test("time-out: refused with the states seen, since when, and the number of looks", async () => {
  const { decision, pauses, report } = await taskGate(100, { Status: "Waiting" }, { waitFor: "3m" });

  expect({ decision, pauses }).toEqual({ decision: "refuse", pauses: [5, 10, 20, 40, 60, 45] });
  // The looks are at 0, 5, 15, 35, 75, 135 and 180 seconds past 12:00:30: the one at 135 s is the first after 100 s.
  expect(report).toContain(
    "Gave up: waited 3m in 7 looks; seen: migrate task 1 of orders: it is Running (from 2026-08-10T12:00:30Z); migrate task 1 of orders: it is Waiting: upload the next incremental backup file, or finish the migration (from 2026-08-10T12:02:45Z).",
  );
});

test("a line before each pause: which look, how long so far, what is missing, when the next is", async () => {
  emulator.add(backup("1", 30));
  meanwhile = [...Array(3).fill(() => undefined), () => begunNow("2")];
  const { lines } = await backupGate();

  const missing = "the newest usable backup is 30h old, older than 26h";
  expect(lines).toEqual([
    `look 1, 0s, ${missing}, next look in 5s`,
    `look 2, 5s, ${missing}, next look in 10s`,
    `look 3, 15s, ${missing}, next look in 20s`,
    `look 4, 35s, ${missing}, next look in 40s`,
  ]);
});

describe("customTimeouts", () => {
  test("shorten the wait", async () => {
    emulator.add(backup("1", 30));
    expect(await backupGate({}, { limitMs: 12_000 })).toMatchObject({ decision: "refuse", pauses: [5, 7] });
  });
  test("never lengthen it", async () => {
    emulator.add(backup("1", 30));
    expect(await backupGate({ waitFor: "12s" }, { limitMs: 7_200_000 })).toMatchObject({ pauses: [5, 7] });
  });
  test("do not make a gate wait that was not told to", async () => {
    emulator.add(backup("1", 30));
    const given = { dbInstanceId: SHOP, maxAge: "26h" };
    expect(await evaluateGate(session, "BackupGate", given, { limitMs: 60_000 })).toMatchObject({ pauses: [] });
  });
});

test.each([
  ["a preview", {}, { phase: "preview" }, "wouldWait"],
  ["enforcement warn", { enforcement: "warn" }, {}, "warn"],
  ["enforcement off", { enforcement: "off" }, {}, "open"],
] as const)("%s never waits", async (_, more, surroundings, decision) => {
  emulator.add(backup("1", 30));
  expect(await backupGate(more, surroundings)).toMatchObject({ decision, pauses: [], lines: [] });
});

test("Cancel ends it, and it has not passed", async () => {
  emulator.add(backup("1", 30));
  meanwhile = [() => undefined, () => session.cancel()];

  expect(await failure(backupGate())).toMatchObject({ name: "CancelledError" });
  expect(session.host.sleeps).toEqual([5_000]);
});
