import { describe, expect, test } from "vitest";
import type { FieldChanges } from "../../emulator/index.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import { describeMigrateTasks } from "../../provider/operations/describeMigrateTasks.ts";
import { describeOssDownloads } from "../../provider/operations/describeOssDownloads/describeOssDownloads.ts";
import { NOW } from "../support/fixtures/backups.ts";
import { migrateTaskRow, ossDownloadRow } from "../support/fixtures/tasks.ts";

/** What speaks against these files of a task in this state; `undefined` is a task that is not known. */
function against(task: string | undefined, files: readonly FieldChanges[], asked: JsonObject = {}): readonly string[] {
  const rows = files.map((changes, index) => {
    const row = describeOssDownloads.decodeRow(ossDownloadRow(`${index}.bak`, changes));
    return { row, reasons: describeOssDownloads.judge(asked).row(row, NOW) };
  });
  const good = rows.filter(({ reasons }) => reasons.length === 0).map(({ row }) => row);
  const parentTask = task === undefined ? undefined : [judgedTask(task)];
  const reasons = describeOssDownloads
    .judge(asked)
    .assess({ rows, good, now: NOW, searchStart: undefined, parentTask });
  return reasons.map(({ rule, verdict }) => `${rule} ${verdict}`);
}

function judgedTask(Status: string) {
  const row = describeMigrateTasks.decodeRow(migrateTaskRow("1", 5, { Status }));
  return { row, reasons: describeMigrateTasks.judge({}).row(row, NOW) };
}

test("a file that is listed twice is one of the expected files", () => {
  const twice = [{ FileName: "a.bak" }, { FileName: "a.bak", EndTime: "2026-08-10T09:00:00Z" }];
  expect(against(undefined, twice, { expectedFiles: 2 })).toEqual(["expectedFiles fail"]);
  expect(against(undefined, twice, { expectedFiles: 1 })).toEqual([]);
});

describe("all files of a task", () => {
  test("that succeeded, all restored: nothing is against them", () => {
    expect(against("Success", [{}, {}])).toEqual([]);
  });
  test("none at all, of a task that succeeded, is a no", () => {
    expect(against("Success", [])).toEqual(["exists fail"]);
  });
  test("each that is not good is named by itself", () => {
    expect(against("Success", [{}, { Status: "Restoring" }, { Status: "CheckFailed" }, { Status: "?" }])).toEqual([
      "status pending",
      "status fail",
      "status unknown",
    ]);
  });
  test("one that is not available is a no, whatever its state; of which it cannot be read, unknown", () => {
    expect(against("Success", [{ IsAvailable: "False" }])).toEqual(["isAvailable fail"]);
    expect(against("Success", [{ IsAvailable: "false", Status: "NoStart" }])).toEqual([
      "status pending",
      "isAvailable fail",
    ]);
    expect(against("Success", [{ IsAvailable: "n/a" }])).toEqual(["isAvailable unknown"]);
    expect(against("Success", [{ IsAvailable: undefined }])).toEqual([]);
  });
});

describe("the list may still grow", () => {
  test.each([
    ["Running", "pending"],
    ["Waiting", "pending"],
    ["NoStart", "pending"],
    ["Failed", "fail"],
    ["?", "unknown"],
  ])("of a task that is %s: %s", (status, verdict) => {
    expect(against(status, [{}])).toEqual([`status ${verdict}`]);
  });
  test("of a task that is not known", () => {
    expect(against(undefined, [{}])).toEqual(["migrateTaskId fail"]);
  });
});

describe("expectedFiles", () => {
  test("must be there, no fewer and no more", () => {
    expect(against(undefined, [{}, {}], { expectedFiles: 2 })).toEqual([]);
    expect(against(undefined, [{}], { expectedFiles: 2 })).toEqual(["expectedFiles fail"]);
    expect(against(undefined, [{}, {}, {}], { expectedFiles: 2 })).toEqual(["expectedFiles fail"]);
    expect(against(undefined, [], { expectedFiles: 1 })).toEqual(["exists fail", "expectedFiles fail"]);
  });
  test("must be good, too", () => {
    expect(against(undefined, [{}, { Status: "Deleted" }], { expectedFiles: 2 })).toEqual(["status fail"]);
  });
});

test("maxAge is asked of every file", () => {
  const old = { CreateTime: "2026-08-09T12:00:29Z" };
  expect(against("Success", [{}, old], { maxAge: "1d" })).toEqual(["maxAge fail"]);
  expect(against("Success", [{}, { CreateTime: "soon" }], { maxAge: "1d" })).toEqual(["maxAge unknown"]);
});
