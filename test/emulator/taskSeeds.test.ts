import { describe, expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { call, openSession } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

const MINUTE = 60_000;
const erp = "rm-bp1erp00migrate01";
const bill = "rm-bp1bill00export01";
const plan = "dbs1shop0plan01";
const clock = { now: () => Date.parse("2027-02-03T04:05:06Z") };

const emulator = await useEmulator(() => startEmulator({ clock, modes: { timestamps: "unchecked" } }));

/** Every spelling of a field in a seed. */
function spellings(action: string, field: string): string[] {
  return [...new Set(emulator.records({ action }).map(({ row }) => String(row[field])))].sort();
}

// All lists are copied from the documents.
test("migrate tasks are in every state, of full and of incremental files", () => {
  expect(spellings("DescribeMigrateTasks", "Status")).toEqual(["Failed", "NoStart", "Running", "Success", "Waiting"]);
  expect(spellings("DescribeMigrateTasks", "BackupMode")).toEqual(["FULL", "UPDF"]);
});

test("files are in every one of the twelve states, their sizes with and without a unit", () => {
  expect(spellings("DescribeOssDownloads", "Status")).toEqual([
    "CheckFailed",
    "CheckSuccess",
    "DeleteFailed",
    "Deleted",
    "DownloadFailed",
    "Downloading",
    "Finished",
    "NoStart",
    "RestoreFailed",
    "Restored",
    "Restoring",
    "VerifyFailed",
  ]);
  expect(spellings("DescribeOssDownloads", "FileSize")).toEqual(expect.arrayContaining(["2", "2MB"]));
});

test("download tasks are in every state and spelling", () => {
  expect(spellings("DescribeDownloadTask", "DownloadStatus")).toEqual([
    "Initializing",
    "expired",
    "failed",
    "finished",
    "initializing",
    "queueing",
    "queuing",
    "running",
  ]);
  expect(spellings("DescribeDownloadTask", "TargetType")).toEqual(["OSS", "URL"]);
  for (const list of spellings("DescribeDownloadTask", "DbList")) expect(list).toMatch(/^\[[\w,]+\]$/);
});

test("backup set downloads are in every state, with links in every form", () => {
  const action = "DescribeBackupSetDownloadTaskList";
  const states = ["check_pass", "checking", "finish", "init", "pause", "running", "schedule", "stop"];
  expect(spellings(action, "BackupSetDownloadStatus")).toEqual(states);
  expect(spellings(action, "BackupSetDownloadInternetUrl")).toEqual(
    expect.arrayContaining(["无", expect.stringMatching(/^\/\//)]),
  );
  expect(spellings(action, "BackupSetDownloadIntranetUrl")).toEqual(
    expect.arrayContaining(["无", expect.stringMatching(/^"\/\/.*"$/)]),
  );
});

describe("what the README says of them is what a lookup finds", () => {
  const verdict = async (name: string, given: Parameters<typeof call>[2]) =>
    (await call(openSession(emulator, { now: emulator.now() }), name, given)).verdict;

  test("the personnel database is done, others are not", async () => {
    const name = "getMigrateTaskReadiness";
    expect(await verdict(name, { dbInstanceId: erp, databaseName: "erp_hr" })).toBe("pass");
    expect(await verdict(name, { dbInstanceId: erp, databaseName: "erp_orders" })).toBe("pending");
    expect(await verdict(name, { dbInstanceId: erp, databaseName: "erp_ledger" })).toBe("pending");
    expect(await verdict(name, { dbInstanceId: erp, databaseName: "erp_archive" })).toBe("fail");
    expect(await verdict(name, { dbInstanceId: erp })).toBe("fail");
  });
  test("the files of a task that is done are restored, of one that runs they are not", async () => {
    const name = "getOssDownloadReadiness";
    expect(await verdict(name, { dbInstanceId: erp, migrateTaskId: "564522118" })).toBe("pass");
    expect(await verdict(name, { dbInstanceId: erp, migrateTaskId: "564522140" })).toBe("pending");
    expect(await verdict(name, { dbInstanceId: erp, migrateTaskId: "564522126" })).toBe("pending");
    expect(await verdict(name, { dbInstanceId: erp, migrateTaskId: "564522097" })).toBe("fail");
  });
  test("the database billing is exported, all together are not", async () => {
    const name = "getDownloadTaskReadiness";
    expect(await verdict(name, { dbInstanceId: bill, databaseName: "billing" })).toBe("pass");
    expect(await verdict(name, { dbInstanceId: bill })).toBe("pending");
  });
  test("the newest backup set of the plan can be fetched", async () => {
    expect(await verdict("getBackupSetDownloadTaskReadiness", { backupPlanId: plan })).toBe("pass");
    const session = openSession(emulator, { now: emulator.now() });
    const given = { backupPlanId: plan, backupSetDownloadTaskId: "dbstooi01v8s" };
    expect(await call(session, "getBackupSetDownload", given)).toMatchObject({ expiresAt: "2027-02-03T10:05:06Z" });
  });
});

test("within the hour what runs is done: all files of the log backups are restored, and their task with them", async () => {
  await using moving = await startEmulator({ clock, modes: { timestamps: "unchecked" } });
  const verdicts: unknown[] = [];
  for (const minutes of [0, 5, 15, 20]) {
    moving.reset();
    moving.advance(minutes * MINUTE);
    const session = openSession(moving, { now: moving.now() });
    const given = { dbInstanceId: erp, migrateTaskId: "564522140" };
    for (const stage of ["downloaded", "restored"]) {
      verdicts.push((await call(session, "getOssDownloadReadiness", { ...given, stage })).verdict);
    }
  }
  expect(verdicts).toEqual(["pending", "pending", "pending", "pending", "pending", "pending", "pass", "pass"]);
});
