import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { backup } from "../support/backups.ts";
import { failure } from "../support/lookups.ts";
import { startWaitingScene, type WaitingScene } from "../support/waitingScene.ts";

let scene: WaitingScene;
beforeAll(async () => {
  scene = await startWaitingScene();
});
afterAll(() => scene.emulator.close());
beforeEach(() => scene.reset());

describe("a reason that waiting cannot change", () => {
  test("that is there from the start: not one pause", async () => {
    const { decision, pauses, lines } = await scene.taskGate(0, { Status: "Failed" });

    expect({ decision, pauses, lines }).toEqual({ decision: "refuse", pauses: [], lines: [] });
  });
  test("that comes up meanwhile: refused at that look", async () => {
    const { decision, pauses, report, outputs } = await scene.taskGate(12, { Status: "Failed" });

    expect({ decision, pauses, outputs }).toEqual({
      decision: "refuse",
      pauses: [5, 10],
      outputs: { verdict: "fail" },
    });
    expect(report).toContain("migrate task 1 of orders: it is Failed");
    expect(report).toContain("Gave up: waited 15s in 3 looks");
  });
  test("a backup that began during the wait and failed", async () => {
    scene.emulator.add(backup("1", 30));
    scene.meanwhile(undefined, () => scene.makeBackup("2", { BackupStatus: "Failed" }));
    const { decision, pauses, report } = await scene.backupGate();

    expect({ decision, pauses }).toEqual({ decision: "refuse", pauses: [5, 10] });
    expect(report).toContain("the backup failed");
  });
  test("but not a backup that failed before: another may come", async () => {
    scene.emulator.add(backup("1", 30), backup("2", 6, { BackupStatus: "Failed" }));
    scene.meanwhile(undefined, undefined, () => scene.makeBackup("3"));

    expect(await scene.backupGate()).toMatchObject({
      decision: "open",
      pauses: [5, 10, 20],
      outputs: { backupId: "3" },
    });
  });
  test("nor one that began before and fails during the wait", async () => {
    scene.emulator.add(backup("1", 30), backup("2", 0.2, { BackupStatus: "Running" }));
    scene.emulator.change({ id: "2" }, { BackupStatus: "Failed" });
    scene.meanwhile(() => scene.makeBackup("3"));

    expect(await scene.backupGate()).toMatchObject({ decision: "open", pauses: [5] });
  });
});

describe("an answer that is unknown for want of a permission", () => {
  test("at the start: not one pause", async () => {
    scene.emulator.add(backup("1", 30));
    scene.emulator.inject({ kind: "error", status: 403, code: "Forbidden.RAM" });

    expect(await scene.backupGate()).toMatchObject({ decision: "refuse", pauses: [], outputs: { verdict: "unknown" } });
  });
  test("in the middle ends the wait, though the next look would pass", async () => {
    scene.emulator.add(backup("1", 30));
    scene.meanwhile(
      () => scene.emulator.inject({ kind: "error", status: 403, code: "Forbidden.RAM" }),
      () => scene.makeBackup("2"),
    );
    const { decision, pauses, report } = await scene.backupGate();

    expect({ decision, pauses }).toEqual({ decision: "refuse", pauses: [5] });
    expect(report).toContain("Forbidden.RAM");
    expect(report).toMatch(/Gave up: waited 5s in 2 looks; seen: .*30h old.*; .*Forbidden\.RAM/);
  });
});

test("Cancel ends it, and it has not passed", async () => {
  scene.emulator.add(backup("1", 30));
  scene.meanwhile(undefined, () => scene.session().cancel());

  expect(await failure(scene.backupGate())).toMatchObject({ name: "CancelledError" });
  expect(scene.session().host.sleeps).toEqual([5_000]);
});
