import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { backup } from "../support/fixtures/backups.ts";
import { startWaitingScene, type WaitingScene } from "../support/lookups/waitingScene.ts";

let scene: WaitingScene;
beforeAll(async () => {
  scene = await startWaitingScene();
});
afterAll(() => scene.emulator.close());
beforeEach(() => scene.reset());

/** A proxy's page in place of the next reply. */
const page = () => scene.emulator.inject({ kind: "html" });
const denial = () => scene.emulator.inject({ kind: "error", status: 403, code: "Forbidden.RAM" });
const wrongKey = () => scene.emulator.inject({ kind: "error", status: 404, code: "InvalidAccessKeyId.NotFound" });

describe("N7: an unknown that may pass does not end a wait", () => {
  test("a row whose state is neither good nor bad", async () => {
    const outcome = await scene.taskGate(12, { Status: "Success" }, {}, "Paused");

    expect(outcome).toMatchObject({
      kind: "passed",
      pauses: [5, 10],
      record: { verdict: "pass", migrateTaskId: "1" },
    });
    expect(outcome.lines[0]).toMatch(/^look 1, 0s, migrate task 1 of orders: .*Paused.*, next look in 5s$/);
  });
  test("a backup that still runs, beside no good one", async () => {
    scene.emulator.add(backup("1", 0.6, { BackupStatus: "Running" }));
    scene.meanwhile(undefined, () => scene.emulator.change({ id: "1" }, { BackupStatus: "Success" }));

    expect(await scene.backupGate()).toMatchObject({
      kind: "passed",
      pauses: [5, 10],
      record: { verdict: "pass", backupId: "1" },
    });
  });
  test("a backup whose time cannot be read, until there is another one", async () => {
    scene.emulator.add(backup("1", 1, { BackupStartTime: "x", ConsistentTime: undefined }));
    scene.meanwhile(() => {
      scene.emulator.remove({ id: "1" });
      scene.makeBackup("2");
    });

    expect(await scene.backupGate()).toMatchObject({ kind: "passed", pauses: [5], record: { backupId: "2" } });
  });
  test("a page of a proxy, at the first look and again later", async () => {
    scene.emulator.add(backup("1", 30));
    page();
    scene.meanwhile(undefined, page, () => scene.makeBackup("2"));
    const outcome = await scene.backupGate({}, { phase: "up" });

    const { lines } = outcome;
    expect(outcome).toMatchObject({ kind: "passed", record: { backupId: "2" } });
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^look 1, 0s, DescribeBackups for .*not a JSON object.*, next look in 5s$/);
    expect(lines[2]).toMatch(/^look 3, .*not a JSON object.*, next look in 20s$/);
  });
  test("for as long as it lasts: then it is refused, and is still unknown", async () => {
    scene.emulator.add(backup("1", 30));
    scene.emulator.inject({ kind: "html", times: 99 });
    const { lines, ...outcome } = await scene.backupGate({ waitFor: "12s" });

    expect(outcome).toMatchObject({ kind: "refused", waitEnd: { kind: "timedOut" } });
    expect(outcome.report).toMatch(/^The state of backups is unknown: .*not a JSON object/);
    expect(lines).toHaveLength(2);
  });
  test("in preview it counts like pending", async () => {
    scene.emulator.add(backup("1", 30));
    page();
    const { kind, report } = await scene.backupGate({}, { phase: "preview" });

    expect(kind).toBe("deferred");
    expect(report).toContain("In pulumi up the gate would wait up to 2h for it.");
    expect(report.split("\n").at(-1)).toContain("What to do");
  });
  test("without waitFor it is refused at once, in either phase", async () => {
    scene.emulator.add(backup("1", 30));
    for (const phase of ["preview", "up"] as const) {
      page();
      expect(await scene.backupGate({ waitFor: null }, { phase })).toMatchObject({ kind: "refused", lines: [] });
    }
  });
});

describe.each([
  ["a missing permission", denial],
  ["a wrong key", wrongKey],
])("%s is not waited for", (_, happens) => {
  test.each(["preview", "up"] as const)("in %s, at the first look", async (phase) => {
    scene.emulator.add(backup("1", 30));
    happens();
    expect(await scene.backupGate({}, { phase })).toMatchObject({ kind: "refused", pauses: [] });
  });
  test("nor for one of several instances, when the others only have no good backup", async () => {
    scene.emulator.add(backup("1", 30));
    happens();
    const several = { dbInstanceId: null, dbInstanceIds: ["rm-bp1shop", "rm-other"] };

    expect(await scene.backupGate(several)).toMatchObject({ kind: "refused", pauses: [] });
  });
});
