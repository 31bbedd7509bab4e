import { expect, test } from "vitest";
import { InputError } from "../../provider/core/errors/InputError.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import { BILL, ERP, PLAN } from "../support/fixtures/tasks.ts";
import { call, failure, openSession } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

const emulator = await useEmulator();

const oss = { dbInstanceId: ERP, migrateTaskId: "1" };

test.each<[string, JsonObject, string, RegExp]>([
  // One of two is needed.
  ["getDownloadTasks", {}, "dbInstanceId", /required, or datasourceId/],
  ["getDownloadTasks", { state: "finished" }, "dbInstanceId", /required, or datasourceId/],
  ["getDownloadTask", { taskId: "dt-1" }, "dbInstanceId", /required, or datasourceId/],
  ["getLatestDownloadTask", {}, "dbInstanceId", /required, or datasourceId/],
  ["getDownloadTaskReadiness", {}, "dbInstanceId", /required, or datasourceId/],
  ["getBackupSetDownloadTasks", {}, "backupPlanId", /required, or backupSetDownloadTaskId/],
  ["getLatestBackupSetDownloadTask", {}, "backupPlanId", /required/],
  ["getBackupSetDownloadTaskReadiness", {}, "backupPlanId", /required/],
  // All are needed.
  ["getOssDownloads", { dbInstanceId: ERP }, "migrateTaskId", /required/],
  ["getOssDownload", oss, "fileName", /required/],
  ["getOssDownloadReadiness", { migrateTaskId: "1" }, "dbInstanceId", /required/],
  ["getMigrateTask", { dbInstanceId: ERP }, "migrateTaskId", /required/],
  ["getBackupSetDownload", { backupPlanId: PLAN }, "backupSetDownloadTaskId", /required/],
  // Words and numbers.
  ["getDownloadTasks", { dbInstanceId: BILL, state: "queuing" }, "state", /did you mean queueing\?/],
  ["getDownloadTasks", { dbInstanceId: BILL, state: "Finished" }, "state", /one of Initializing, queueing/],
  ["getDownloadTasks", { dbInstanceId: BILL, taskType: "all" }, "taskType", /one of full, pitr/],
  ["getDownloadTasks", { dbInstanceId: BILL, startTime: "1661941554000" }, "startTime", /with its zone/],
  ["getDownloadTasks", { dbInstanceId: BILL, pageSize: 7 }, "pageSize", /one of 10, 20, 30, 50, 100/],
  ["getBackupSetDownloadTasks", { backupPlanId: PLAN, pageSize: 20 }, "pageSize", /one of 30, 50, 100/],
  ["getOssDownloads", { ...oss, pageSize: 30 }, "pageSize", /there is no argument pageSize/],
  ["getOssDownloadReadiness", { ...oss, stage: "copied" }, "stage", /one of downloaded, checked, restored/],
  ["getOssDownloadReadiness", { ...oss, expectedFiles: 0 }, "expectedFiles", /whole number from 1/],
  ["getOssDownloadReadiness", { ...oss, expectedFiles: 1.5 }, "expectedFiles", /whole number/],
  [
    "getBackupSetDownload",
    { backupPlanId: PLAN, backupSetDownloadTaskId: "b", minValidity: "5" },
    "minValidity",
    /"26h"/,
  ],
  // What would bend the meaning of "newest" and of the verdict.
  ["getLatestDownloadTask", { dbInstanceId: BILL, state: "failed" }, "state", /there is no argument state/],
  ["getDownloadTaskReadiness", { dbInstanceId: BILL, startTime: "-1d" }, "startTime", /there is no argument startTime/],
  ["getMigrateTaskReadiness", { dbInstanceId: ERP, status: "Success" }, "status", /there is no argument status/],
  ["getLatestMigrateTask", { dbInstanceId: ERP, endTime: "-1d" }, "endTime", /there is no argument endTime/],
])("%s(%j) is refused before anything is sent, at %s", async (name, given, property, reason) => {
  const error = await failure(call(openSession(emulator), name, given));
  expect(emulator.requests()).toEqual([]);
  expect(error).toBeInstanceOf(InputError);
  const failures = error instanceof InputError ? error.failures : [];
  expect(failures).toContainEqual({ property, reason: expect.stringMatching(reason) });
});
