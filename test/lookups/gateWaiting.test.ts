import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { backup, SHOP } from "../support/fixtures/backups.ts";
import { ERP, migrateTask, ossDownload } from "../support/fixtures/tasks.ts";
import { evaluateGate } from "../support/lookups/gates.ts";
import { startWaitingScene, type WaitingScene } from "../support/lookups/waitingScene.ts";

let scene: WaitingScene;
beforeAll(async () => {
  scene = await startWaitingScene();
});
afterAll(() => scene.emulator.close());
beforeEach(() => scene.reset());

describe("success", () => {
  test("of a task at the third look", async () => {
    expect(await scene.taskGate(12, { Status: "Success" })).toMatchObject({
      kind: "passed",
      pauses: [5, 10],
      record: { verdict: "pass", migrateTaskId: "1", migrateTask: { status: "Success" } },
    });
  });
  test("of a backup that was made meanwhile: that one is recorded", async () => {
    scene.emulator.add(backup("1", 30));
    scene.meanwhile(undefined, () => scene.makeBackup("2"));

    expect(await scene.backupGate()).toMatchObject({
      kind: "passed",
      pauses: [5, 10],
      record: { verdict: "pass", backupId: "2" },
      report: expect.stringMatching(/^rm-bp1shop \(cn-hangzhou\) has a good backup: 2 of /),
    });
  });
  test("of files, once the last is restored", async () => {
    const restoring = ossDownload("1", "b.bak", { Status: "Restoring", EndTime: "" });
    scene.emulator.add(migrateTask("1", 3), ossDownload("1", "a.bak"));
    scene.emulator.add({ ...restoring, timeline: [{ after: 30_000, set: { Status: "Restored" } }] });
    const asked = { dbInstanceId: ERP, migrateTaskId: "1", stage: "restored", waitFor: "1h" };

    expect(await evaluateGate(scene.session(), "OssDownloadGate", asked)).toMatchObject({
      kind: "passed",
      pauses: [5, 10, 20],
    });
  });
});

test("time-out: refused with the states seen, since when, and the number of looks", async () => {
  const outcome = await scene.taskGate(100, { Status: "Waiting" }, { waitFor: "3m" });

  expect(outcome).toMatchObject({
    kind: "refused",
    waitEnd: { kind: "timedOut" },
    pauses: [5, 10, 20, 40, 60, 45],
  });
  // The looks are at 0, 5, 15, 35, 75, 135 and 180 seconds past 12:00:30: the one at 135 s is the first after 100 s.
  expect(outcome.report).toContain(
    "Gave up: waited 3m in 7 looks; seen: migrate task 1 of orders: it is Running (from 2026-08-10T12:00:30Z); migrate task 1 of orders: it is Waiting: upload the next incremental backup file, or finish the migration (from 2026-08-10T12:02:45Z).",
  );
});

test("a line before each pause: which look, how long so far, what is missing, when the next is", async () => {
  scene.emulator.add(backup("1", 30));
  scene.meanwhile(undefined, undefined, undefined, () => scene.makeBackup("2"));
  const { lines } = await scene.backupGate();

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
    scene.emulator.add(backup("1", 30));
    expect(await scene.backupGate({}, { limitMs: 12_000 })).toMatchObject({ kind: "refused", pauses: [5, 7] });
  });
  test("never lengthen it", async () => {
    scene.emulator.add(backup("1", 30));
    expect(await scene.backupGate({ waitFor: "12s" }, { limitMs: 7_200_000 })).toMatchObject({ pauses: [5, 7] });
  });
  test("do not make a gate wait that was not told to", async () => {
    scene.emulator.add(backup("1", 30));
    const given = { dbInstanceId: SHOP, maxAge: "26h" };
    expect(await evaluateGate(scene.session(), "BackupGate", given, { limitMs: 60_000 })).toMatchObject({ pauses: [] });
  });
});

test.each([
  ["a preview", {}, { phase: "preview" }, "deferred"],
  ["enforcement warn", { enforcement: "warn" }, {}, "warned"],
  ["enforcement off", { enforcement: "off" }, {}, "off"],
] as const)("%s never waits", async (_, more, changes, kind) => {
  scene.emulator.add(backup("1", 30));
  expect(await scene.backupGate(more, changes)).toMatchObject({ kind, pauses: [], lines: [] });
});
