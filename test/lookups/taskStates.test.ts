import { describe, expect, test } from "vitest";
import {
  BILL,
  backupSetDownload,
  downloadTask,
  ERP,
  migrateTask,
  ossDownload,
  PLAN,
} from "../support/fixtures/tasks.ts";
import { call, openSession } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

const emulator = await useEmulator();

/** Verdict, and whether waiting cannot help. */
type Outcome = readonly [verdict: "pass" | "fail" | "pending" | "unknown", terminal: boolean];

const pass: Outcome = ["pass", false];
const pending: Outcome = ["pending", false];
const fail: Outcome = ["fail", true];
const unknown: Outcome = ["unknown", false];

async function outcome(name: string, given: Parameters<typeof call>[2]): Promise<Outcome> {
  const { verdict, reasons } = await call(openSession(emulator), name, given);
  const word = (["pass", "fail", "pending", "unknown"] as const).find((each) => each === verdict);
  if (word === undefined) throw new Error(`Not a verdict: ${verdict}`);
  return [word, JSON.stringify(reasons).includes('"terminal":true')];
}

// All tables are copied from section 5 of the design.
describe("a migrate task", () => {
  test.each<[string, Outcome]>([
    ["Success", pass],
    ["success", pass],
    [" SUCCESS ", pass],
    ["NoStart", pending],
    ["nostart", pending],
    ["Running", pending],
    ["Waiting", pending],
    ["Failed", fail],
    ["FAILED", fail],
    ["Succeeded", unknown],
    ["Finished", unknown],
    ["No Start", unknown],
    ["Cancelled", unknown],
    ["成功", unknown],
    ["", unknown],
  ])("that is %j is %j", async (Status, expected) => {
    emulator.add(migrateTask("1", 5, { Status }));
    expect(await outcome("getMigrateTaskReadiness", { dbInstanceId: ERP })).toEqual(expected);
    expect(await outcome("getMigrateTaskReadiness", { dbInstanceId: ERP, migrateTaskId: "1" })).toEqual(expected);
  });

  test("that waits says what a person has to do", async () => {
    emulator.add(migrateTask("1", 5, { Status: "Waiting" }));
    const { report } = await call(openSession(emulator), "getMigrateTaskReadiness", { dbInstanceId: ERP });
    expect(report).toMatch(/it is Waiting: upload the next incremental backup file/);
  });
});

describe("a download task", () => {
  test.each<[string, Outcome]>([
    ["finished", pass],
    ["Finished", pass],
    ["Initializing", pending],
    ["initializing", pending],
    ["queueing", pending],
    ["queuing", pending],
    ["Queuing", pending],
    ["running", pending],
    ["failed", fail],
    ["expired", fail],
    ["Expired", fail],
    ["finish", unknown],
    ["success", unknown],
    ["queued", unknown],
    ["stopped", unknown],
    ["", unknown],
  ])("that is %j is %j", async (DownloadStatus, expected) => {
    emulator.add(downloadTask("dt-1", 5, { DownloadStatus }));
    expect(await outcome("getDownloadTaskReadiness", { dbInstanceId: BILL })).toEqual(expected);
    expect(await outcome("getDownloadTaskReadiness", { dbInstanceId: BILL, taskId: "dt-1" })).toEqual(expected);
  });
});

describe("a backup set download task", () => {
  test.each<[string, Outcome]>([
    ["finish", pass],
    ["Finish", pass],
    ["checking", pending],
    ["check_pass", pending],
    ["schedule", pending],
    ["running", pending],
    ["init", pending],
    ["pause", pending],
    ["stop", fail],
    ["finished", unknown],
    ["checkpass", unknown],
    ["stopped", unknown],
    ["failed", unknown],
    ["", unknown],
  ])("that is %j is %j", async (BackupSetDownloadStatus, expected) => {
    emulator.add(backupSetDownload("b1", 5, { BackupSetDownloadStatus }));
    const name = "getBackupSetDownloadTaskReadiness";
    expect(await outcome(name, { backupPlanId: PLAN })).toEqual(expected);
    expect(await outcome(name, { backupPlanId: PLAN, backupSetDownloadTaskId: "b1" })).toEqual(expected);
  });

  test.each(["init", "pause"])("that is %s says what a person has to do", async (BackupSetDownloadStatus) => {
    emulator.add(backupSetDownload("b1", 5, { BackupSetDownloadStatus }));
    const name = "getBackupSetDownloadTaskReadiness";
    const { report } = await call(openSession(emulator), name, { backupPlanId: PLAN });
    expect(report).toMatch(/it is (init|pause): .*in the console/);
  });
});

describe("a file of a finished migrate task", () => {
  test.each<[status: string, downloaded: Outcome, checked: Outcome, restored: Outcome]>([
    ["NoStart", pending, pending, pending],
    ["Downloading", pending, pending, pending],
    ["Finished", pass, pending, pending],
    ["CheckSuccess", pass, pass, pending],
    ["Restoring", pass, pass, pending],
    ["Restored", pass, pass, pass],
    ["restored", pass, pass, pass],
    ["DownloadFailed", fail, fail, fail],
    ["VerifyFailed", fail, fail, fail],
    ["Deleted", fail, fail, fail],
    ["DeleteFailed", fail, fail, fail],
    ["CheckFailed", fail, fail, fail],
    ["RestoreFailed", fail, fail, fail],
    ["Checking", unknown, unknown, unknown],
    ["Success", unknown, unknown, unknown],
    ["", unknown, unknown, unknown],
  ])("that is %j is, for downloaded, checked, restored: %j, %j, %j", async (Status, downloaded, checked, restored) => {
    emulator.add(migrateTask("1", 5), ossDownload("1", "a.bak", { Status }));
    const given = { dbInstanceId: ERP, migrateTaskId: "1" };
    const name = "getOssDownloadReadiness";
    expect(await outcome(name, { ...given, stage: "downloaded" })).toEqual(downloaded);
    expect(await outcome(name, { ...given, stage: "checked" })).toEqual(checked);
    expect(await outcome(name, { ...given, stage: "restored" })).toEqual(restored);
    expect(await outcome(name, given)).toEqual(restored);
  });
});
