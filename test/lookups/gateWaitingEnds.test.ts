import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { backup } from "../support/fixtures/backups.ts";
import { failure } from "../support/lookups/lookups.ts";
import { startWaitingScene, type WaitingScene } from "../support/lookups/waitingScene.ts";

let scene: WaitingScene;
beforeAll(async () => {
  scene = await startWaitingScene();
});
afterAll(() => scene.emulator.close());
beforeEach(() => scene.reset());

describe("M4: a reason that waiting cannot change", () => {
  test("that is there from the start: not one pause", async () => {
    const outcome = await scene.taskGate(0, { Status: "Failed" });

    expect(outcome).toMatchObject({ kind: "refused", pauses: [], lines: [] });
    // It has not waited, and says nothing of a wait.
    expect(outcome).not.toHaveProperty("waitEnd");
    expect(outcome.report).not.toMatch(/The wait|Gave up/);
  });
  test("that comes up meanwhile: refused at that look", async () => {
    const { report, ...outcome } = await scene.taskGate(12, { Status: "Failed" });

    const reason = "migrate task 1 of orders: it is Failed";
    expect(outcome).toMatchObject({ kind: "refused", waitEnd: { kind: "terminal", reason }, pauses: [5, 10] });
    expect(report.split("\n")[0]).toContain(`no good migrate task: ${reason}`);
    expect(report.split("\n")[1]).toMatch(
      /^ {2}The wait ended early: migrate task 1 of orders: it is Failed, and waiting cannot change that; waited 15s in 3 looks; seen: .*it is Running .*; .*it is Failed /,
    );
    expect(report).not.toContain("Gave up");
  });
  test("a backup that began during the wait and failed", async () => {
    scene.emulator.add(backup("1", 30));
    scene.meanwhile(undefined, () => scene.makeBackup("2", { BackupStatus: "Failed" }));
    const { report, ...outcome } = await scene.backupGate();

    const waitEnd = { kind: "failedMeanwhile", failure: "backup 2" };
    expect(outcome).toMatchObject({ kind: "refused", waitEnd, pauses: [5, 10] });
    expect(report).toContain("the backup failed");
    expect(report.split("\n")[1]).toBe(
      "  The wait ended early: backup 2 failed after the wait had begun; waited 15s in 3 looks; seen: the newest usable backup is 30h old, older than 26h (from 2026-08-10T12:00:30Z).",
    );
    expect(report).not.toContain("Gave up");
  });
  test("but not a backup that failed before: another may come", async () => {
    scene.emulator.add(backup("1", 30), backup("2", 6, { BackupStatus: "Failed" }));
    scene.meanwhile(undefined, undefined, () => scene.makeBackup("3"));

    expect(await scene.backupGate()).toMatchObject({
      kind: "passed",
      pauses: [5, 10, 20],
      record: { backupId: "3" },
    });
  });
  test("nor one that began before and fails during the wait", async () => {
    scene.emulator.add(backup("1", 30), backup("2", 0.2, { BackupStatus: "Running" }));
    scene.emulator.change({ id: "2" }, { BackupStatus: "Failed" });
    scene.meanwhile(() => scene.makeBackup("3"));

    expect(await scene.backupGate()).toMatchObject({ kind: "passed", pauses: [5] });
  });
});

describe("an answer that is unknown for want of a permission", () => {
  test("at the start: not one pause", async () => {
    scene.emulator.add(backup("1", 30));
    scene.emulator.inject({ kind: "error", status: 403, code: "Forbidden.RAM" });

    const outcome = await scene.backupGate();

    expect(outcome).toMatchObject({ kind: "refused", pauses: [] });
    expect(outcome.report).toMatch(/^The state of backups is unknown: /);
  });
  test("in the middle ends the wait, though the next look would pass", async () => {
    scene.emulator.add(backup("1", 30));
    scene.meanwhile(
      () => scene.emulator.inject({ kind: "error", status: 403, code: "Forbidden.RAM" }),
      () => scene.makeBackup("2"),
    );
    const { report, ...outcome } = await scene.backupGate();

    expect(outcome).toMatchObject({ kind: "refused", waitEnd: { kind: "terminal" }, pauses: [5] });
    expect(report).toMatch(
      /The wait ended early: .*Forbidden\.RAM.*, and waiting cannot change that; waited 5s in 2 looks; seen: .*30h old.*; .*Forbidden\.RAM/,
    );
    expect(report).not.toContain("Gave up");
  });
});

test("M4: Cancel ends it, and it has not passed", async () => {
  scene.emulator.add(backup("1", 30));
  scene.meanwhile(undefined, () => scene.session().cancel());

  const { report, ...outcome } = await scene.backupGate();

  expect(outcome).toMatchObject({ kind: "refused", waitEnd: { kind: "cancelled" } });
  expect(report.split("\n")[1]).toMatch(/^ {2}The wait was cancelled: waited 5s in 2 looks; seen: .*30h old/);
  expect(report).not.toContain("Gave up");
  expect(scene.session().host.sleeps).toEqual([5_000]);
});

test("M4: Cancel before the first answer is no wait that was cancelled", async () => {
  scene.emulator.add(backup("1", 30));
  scene.session().cancel();

  expect(await failure(scene.backupGate())).toMatchObject({ name: "CancelledError", message: "cancelled by Pulumi" });
});
