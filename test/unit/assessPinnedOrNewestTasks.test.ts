import { describe, expect, test } from "vitest";
import { describeBackupSetDownloadTaskList } from "../../provider/operations/describeBackupSetDownloadTaskList.ts";
import { backupSetDownload } from "../support/fixtures/tasks.ts";
import { against, downloads, migration } from "../support/lookups/againstTasks.ts";

const failed = { Status: "Failed" };
const hr = { DBName: "hr" };

describe("without a name, the newest task of every database counts, whatever its state", () => {
  test("zero tasks do not pass", () => expect(migration({})).toEqual(["exists fail"]));
  test("one good one passes", () => expect(migration({}, ["1", 5])).toEqual([]));
  test("a newer failed one beats an older good one", () => {
    expect(migration({}, ["1", 5], ["2", 2, failed])).toEqual(["status fail"]);
  });
  test("a newer good one mends an older failed one", () => {
    expect(migration({}, ["1", 5, failed], ["2", 2])).toEqual([]);
  });
  test("of FULL and UPDF the last one counts", () => {
    const updf = { BackupMode: "UPDF" };
    expect(migration({}, ["1", 9], ["2", 5, updf], ["3", 2, { ...updf, Status: "Running" }])).toEqual([
      "status pending",
    ]);
    expect(migration({}, ["1", 9, { Status: "Waiting" }], ["2", 2, updf])).toEqual([]);
  });
  test("every database must pass", () => {
    expect(migration({}, ["1", 5], ["2", 9, { ...hr, ...failed }])).toEqual(["status fail"]);
    expect(migration({}, ["1", 5], ["2", 9, hr])).toEqual([]);
  });
  test("a task that names no database counts as one of its own", () => {
    expect(migration({}, ["1", 5], ["2", 9, { DBName: "", ...failed }])).toEqual(["status fail"]);
  });
  test("a download of several databases counts for each", () => {
    const both = { DbList: "[billing,audit]" };
    expect(downloads({}, ["1", 9, { ...both, DownloadStatus: "failed" }], ["2", 5])).toEqual(["downloadStatus fail"]);
    expect(downloads({}, ["1", 9, { DownloadStatus: "failed" }], ["2", 5, both])).toEqual([]);
  });
  test("tasks of a plan are one line, the newest counts", () => {
    const [good, stop] = [
      backupSetDownload("1", 9).row,
      backupSetDownload("2", 5, { BackupSetDownloadStatus: "stop" }).row,
    ];
    expect(against(describeBackupSetDownloadTaskList, [good, stop], {})).toEqual(["backupSetDownloadStatus fail"]);
  });
});

describe("which is the newest cannot always be told", () => {
  test("of tasks whose databases cannot be read: each may be of another, and all must be good", () => {
    const unreadable = { DBName: ["orders"] };
    expect(migration({}, ["1", 5, { ...unreadable, ...failed }], ["2", 2, unreadable])).toContain("status fail");
  });
  test("one whose creation cannot be read may be it, and must be good too", () => {
    expect(migration({}, ["1", 5], ["2", 2, { ...failed, CreateTime: "soon" }])).toEqual(["status fail"]);
    expect(migration({}, ["1", 5], ["2", 2, { ...failed, CreateTime: undefined }])).toEqual(["status fail"]);
    expect(migration({}, ["1", 5], ["2", 2, { CreateTime: "soon" }])).toEqual([]);
  });
  test("one from the future may not be it, and the newest of the others must be good too", () => {
    expect(migration({}, ["1", -2], ["2", 5, failed])).toEqual(["status fail"]);
    expect(migration({}, ["1", -2, failed], ["2", 5])).toEqual(["status fail"]);
    expect(migration({}, ["1", -2], ["2", 5])).toEqual([]);
    // Clocks differ by minutes.
    expect(migration({}, ["1", -1 / 15], ["2", 5, failed])).toEqual([]);
  });
  test("of several made in the same second all must be good", () => {
    expect(migration({}, ["2", 5], ["1", 5, { Status: "Running", EndTime: "" }])).toEqual(["status pending"]);
  });
});

describe("a named database", () => {
  test("others do not count", () => {
    expect(migration({ databaseName: "orders" }, ["1", 5], ["2", 2, { ...hr, ...failed }])).toEqual([]);
    expect(migration({ databaseName: "hr" }, ["1", 5], ["2", 2, { ...hr, ...failed }])).toEqual(["status fail"]);
  });
  test("without a task does not pass", () => {
    expect(migration({ databaseName: "archive" }, ["1", 5])).toEqual(["exists fail"]);
  });
  test("is found in any case, and only whole", () => {
    expect(migration({ databaseName: "ORDERS" }, ["1", 5])).toEqual([]);
    expect(migration({ databaseName: "order" }, ["1", 5])).toEqual(["exists fail"]);
  });
  test("is all that counts of a download of several", () => {
    const both = { DbList: "[billing,audit]", DownloadStatus: "failed" };
    expect(downloads({ databaseName: "billing" }, ["1", 9, both], ["2", 5])).toEqual([]);
    expect(downloads({ databaseName: "audit" }, ["1", 9, both], ["2", 5])).toEqual(["downloadStatus fail"]);
  });
  test("may be the one of a task that names none: nobody knows", () => {
    expect(migration({ databaseName: "orders" }, ["1", 5, { DBName: "" }])).toEqual(["databaseName unknown"]);
    expect(migration({ databaseName: "orders" }, ["1", 5], ["2", 2, { DBName: undefined }])).toEqual([
      "databaseName unknown",
    ]);
  });
  test("may be the one of a task whose databases cannot be read", () => {
    const unreadable = { DbList: ["billing"], DownloadStatus: "failed" };
    expect(downloads({ databaseName: "billing" }, ["1", 9], ["2", 5, unreadable])).not.toEqual([]);
  });
});

describe("a named task", () => {
  test("is judged alone", () => {
    expect(migration({ migrateTaskId: "1" }, ["1", 5], ["2", 2, failed])).toEqual([]);
    expect(migration({ migrateTaskId: "2" }, ["1", 5], ["2", 2, failed])).toEqual(["status fail"]);
  });
  test("that has vanished does not pass", () => {
    expect(migration({ migrateTaskId: "3" }, ["1", 5])).toEqual(["exists fail"]);
  });
});

describe("maxAge", () => {
  test("is met up to the second", () => {
    expect(migration({ maxAge: "5h" }, ["1", 5])).toEqual([]);
    expect(migration({ maxAge: "5h" }, ["1", 5 + 1 / 3600])).toEqual(["maxAge fail"]);
  });
  test("is asked of every database's task", () => {
    expect(migration({ maxAge: "1d" }, ["1", 5], ["2", 30, hr])).toEqual(["maxAge fail"]);
  });
  test("without a readable age, or with one in the future, is unknown", () => {
    expect(migration({ maxAge: "1d" }, ["1", -2])).toEqual(["maxAge unknown"]);
    expect(migration({ maxAge: "1d" }, ["1", 5, { CreateTime: "soon" }])).toEqual(["maxAge unknown"]);
  });
});

test("a backup set other than the wanted one does not count", () => {
  const asked = { backupSetId: "7" };
  expect(downloads(asked, ["1", 5])).toEqual(["exists fail"]);
  expect(downloads(asked, ["1", 5, { BakSetId: "7" }], ["2", 2, { DownloadStatus: "failed" }])).toEqual([]);
});

test.each([undefined, "", ["1482610301"]])("a task of backup set %j may be of the wanted one", (BakSetId) => {
  const asked = { backupSetId: "1482610301" };
  const newest = downloads(asked, ["1", 5], ["2", 2, { BakSetId, DownloadStatus: "failed" }]);
  expect(newest).toEqual(["backupSetId unknown", "downloadStatus fail"]);
  expect(downloads(asked, ["1", 5], ["2", 2, { BakSetId }])).toEqual(["backupSetId unknown"]);
});
