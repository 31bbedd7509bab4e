import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { JsonObject } from "../../provider/core/json.ts";
import { backup, SHOP } from "../support/fixtures/backups.ts";
import { ERP, migrateTask } from "../support/fixtures/tasks.ts";
import { evaluateGate } from "../support/lookups/gates.ts";
import { call, failure } from "../support/lookups/lookups.ts";
import { startWaitingScene, type WaitingScene } from "../support/lookups/waitingScene.ts";

let scene: WaitingScene;
beforeAll(async () => {
  scene = await startWaitingScene();
});
afterAll(() => scene.emulator.close());
beforeEach(() => scene.reset());

/** The worst that can be: many rows, and every condition is broken. */
const everyCondition = { minCount: 20, minSize: 1_000_000_000_000, maxShrink: 0, noFailureSinceSuccess: true };
function plantTheWorst(): void {
  const nights = Array.from({ length: 12 }, (_, night) => backup(`9${night}`, 30 + 24 * night));
  scene.emulator.add(...nights, backup("8", 6, { BackupStatus: "Failed" }), backup("80", 5, { IsAvail: 0 }));
  scene.emulator.change({ id: "90" }, { BackupSize: 10 });
}

const refusedAtOnce = (conditions: JsonObject) =>
  evaluateGate(scene.session(), "BackupGate", { dbInstanceId: SHOP, ...conditions });

const shapeOf = (report: string) => {
  const lines = report.split("\n");
  return { lines: lines.length, first: lines[0], last: lines.at(-1) };
};
const fine = {
  lines: expect.toSatisfy((count: number) => count <= 12, "at most twelve"),
  first: "rm-bp1shop (cn-hangzhou): no good backup: the newest usable backup is 30h old, older than 26h.",
  last: expect.stringMatching(/^ {2}What to do: check the backup schedule/),
};

describe("at most twelve lines, the first stands alone, the remedy is last", () => {
  test("refused at once", async () => {
    plantTheWorst();
    const { report } = await refusedAtOnce({ ...everyCondition, maxAge: "26h" });

    expect(shapeOf(report)).toEqual(fine);
  });
  test("after a wait, which is told too", async () => {
    plantTheWorst();
    const { report } = await scene.backupGate({ ...everyCondition, waitFor: "10m" });

    const tenMinutesLater = fine.first.replace("30h old", "30h 10m old");
    expect(shapeOf(report)).toEqual({ ...fine, first: tenMinutesLater });
    expect(report).toContain("Gave up: waited 10m in ");
  });
  test("in a preview that says that up would wait", async () => {
    plantTheWorst();
    const { report } = await scene.backupGate(everyCondition, { phase: "preview" });

    expect(shapeOf(report)).toEqual(fine);
    expect(report).toContain("In pulumi up the gate would wait up to 2h for it.");
  });
  test("the newest five are shown, each with the rule that refused it", async () => {
    plantTheWorst();
    const { report } = await refusedAtOnce({ minCount: 20, maxAge: "26h" });

    const row = (id: string, why: string) => new RegExp(`^ {2}${id} .*${why}$`, "m");
    expect(report).toMatch(row("80", "the set is not available for a restore"));
    expect(report).toMatch(row("8", "the backup failed"));
    expect(report).toMatch(row("90", "usable, but refused by maxAge, minCount"));
    expect(report).toMatch(row("91", "usable: FullBackup, Snapshot, 976.6 KiB"));
    expect(report).toMatch(row("92", "usable: FullBackup, Snapshot, 976.6 KiB"));
    expect(report).not.toMatch(row("93", ""));
  });
});

describe("the same text from gate and verdict", () => {
  test.each<readonly [string, JsonObject]>([
    ["too old", { maxAge: "26h" }],
    ["every condition", { ...everyCondition, maxAge: "26h" }],
    ["a pinned one that is gone", { pin: "777" }],
    ["a pass", { maxAge: "40h" }],
  ])("%s", async (_, conditions) => {
    plantTheWorst();
    const given = { dbInstanceId: SHOP, ...conditions };
    const { report } = await evaluateGate(scene.session(), "BackupGate", given);

    expect(report).toBe((await call(scene.session(), "getBackupReadiness", given)).report);
  });
  test("of a task", async () => {
    scene.emulator.add(migrateTask("1", 5, { Status: "Failed" }));
    const given = { dbInstanceId: ERP, migrateTaskId: "1" };
    const { report } = await evaluateGate(scene.session(), "MigrateTaskGate", given);

    expect(report).toBe((await call(scene.session(), "getMigrateTaskReadiness", given)).report);
    expect(report).toMatch(
      /^rm-bp1erp \(cn-hangzhou\): no good migrate task: migrate task 1 of orders: it is Failed\.\n/,
    );
  });
});

test("the error of getLatestBackup shows the same rows for the same question", async () => {
  scene.emulator.add(backup("1", 5, { BackupStatus: "Failed" }), backup("2", 29, { IsAvail: 0 }));
  const given = { dbInstanceId: SHOP };
  const { report } = await evaluateGate(scene.session(), "BackupGate", given);
  const { message } = await failure(call(scene.session(), "getLatestBackup", given));

  const table = report.split("\n").filter((line) => /^ {2}(1|2) /.test(line));
  expect(table).toHaveLength(2);
  expect(message).toContain(table.join("\n"));
});

test("an answer that never came: the first line says whose backups are not known", async () => {
  scene.emulator.add(backup("1", 5));
  scene.emulator.inject({ kind: "error", status: 403, code: "Forbidden.RAM" });
  const { report } = await scene.backupGate();

  const [first = ""] = report.split("\n");
  expect(first).toContain("unknown");
  expect(first).toContain(SHOP);
  expect(first).toContain("Forbidden.RAM");
  expect(report).toContain("rds:DescribeBackups");
});
