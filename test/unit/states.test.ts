import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../provider/core/json.ts";
import type { Operation } from "../../provider/core/operation.ts";
import { describeBackupSetDownloadTaskList } from "../../provider/operations/describeBackupSetDownloadTaskList.ts";
import { describeDownloadTask } from "../../provider/operations/describeDownloadTask.ts";
import { describeMigrateTasks } from "../../provider/operations/describeMigrateTasks.ts";
import { describeOssDownloads } from "../../provider/operations/describeOssDownloads.ts";
import { NOW } from "../support/backups.ts";

/** `good`, `pending`, `fail, terminal` or `unknown`: what a row in this state is. */
function meaning(operation: Operation, raw: JsonObject, criteria: JsonObject = {}): string {
  const [objection, ...more] = operation.decodeRow(raw).objections(criteria, NOW);
  expect(more).toEqual([]);
  if (objection === undefined) return "good";
  return objection.terminal ? `${objection.verdict}, terminal` : objection.verdict;
}

describe("a migrate task", () => {
  test.each([
    ["Success", "good"],
    ["success", "good"],
    ["NoStart", "pending"],
    ["Running", "pending"],
    ["Waiting", "pending"],
    ["Failed", "fail, terminal"],
    ["Succeeded", "unknown"],
    ["", "unknown"],
  ])("in state %j is %s", (Status, expected) =>
    expect(meaning(describeMigrateTasks, { MigrateTaskId: "1", Status })).toBe(expected),
  );
});

describe("an OSS download", () => {
  test.each([
    // state, downloaded, checked, restored
    ["NoStart", "pending", "pending", "pending"],
    ["Downloading", "pending", "pending", "pending"],
    ["Finished", "good", "pending", "pending"],
    ["CheckSuccess", "good", "good", "pending"],
    ["Restoring", "good", "good", "pending"],
    ["Restored", "good", "good", "good"],
    ["DownloadFailed", "fail, terminal", "fail, terminal", "fail, terminal"],
    ["VerifyFailed", "fail, terminal", "fail, terminal", "fail, terminal"],
    ["CheckFailed", "fail, terminal", "fail, terminal", "fail, terminal"],
    ["RestoreFailed", "fail, terminal", "fail, terminal", "fail, terminal"],
    ["DeleteFailed", "fail, terminal", "fail, terminal", "fail, terminal"],
    ["Deleted", "fail, terminal", "fail, terminal", "fail, terminal"],
    ["Paused", "unknown", "unknown", "unknown"],
  ])("in state %s", (Status, ...expected) => {
    const found = ["downloaded", "checked", "restored"].map((stage) =>
      meaning(describeOssDownloads, { FileName: "f", IsAvailable: "True", Status }, { stage }),
    );
    expect(found).toEqual(expected);
  });

  test("that is not available is never good, nor one of which that cannot be read", () => {
    expect(meaning(describeOssDownloads, { FileName: "f", IsAvailable: "False", Status: "Restored" })).toBe("fail");
    expect(meaning(describeOssDownloads, { FileName: "f", IsAvailable: "?", Status: "Restored" })).toBe("unknown");
  });
});

describe("a DBS download task", () => {
  test.each([
    ["finished", "good"],
    ["Finished", "good"],
    ["Initializing", "pending"],
    ["initializing", "pending"],
    ["queueing", "pending"],
    ["queuing", "pending"],
    ["running", "pending"],
    ["failed", "fail, terminal"],
    ["expired", "fail, terminal"],
    ["finish", "unknown"],
  ])("in state %s is %s", (DownloadStatus, expected) =>
    expect(meaning(describeDownloadTask, { TaskId: "dt-1", DownloadStatus })).toBe(expected),
  );
});

describe("a DBS backup-set download task", () => {
  test.each([
    ["finish", "good"],
    ["checking", "pending"],
    ["check_pass", "pending"],
    ["schedule", "pending"],
    ["running", "pending"],
    ["init", "pending"],
    ["pause", "pending"],
    ["stop", "fail, terminal"],
    ["finished", "unknown"],
    ["无", "unknown"],
  ])("in state %s is %s", (BackupSetDownloadStatus, expected) => {
    const raw = { BackupSetDownloadTaskId: "dbstoo1", BackupSetDownloadStatus };
    expect(meaning(describeBackupSetDownloadTaskList, raw)).toBe(expected);
  });
});
