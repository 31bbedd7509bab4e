import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../provider/core/json.ts";
import { describeDownloadTask } from "../../provider/operations/describeDownloadTask.ts";
import { describeMigrateTasks } from "../../provider/operations/describeMigrateTasks.ts";
import { describeOssDownloads } from "../../provider/operations/describeOssDownloads/describeOssDownloads.ts";

const task = (changes: JsonObject) => describeDownloadTask.decodeRow({ TaskId: "dt-1", ...changes });
const file = (changes: JsonObject) => describeOssDownloads.decodeRow({ FileName: "a.bak", ...changes });

describe("a file's size is in megabytes, and is told in bytes", () => {
  test.each<[string | number, number]>([
    ["2", 2_097_152],
    ["2MB", 2_097_152],
    ["2 MB", 2_097_152],
    ["2mb", 2_097_152],
    [2, 2_097_152],
    ["0", 0],
    ["51200MB", 53_687_091_200],
  ])("%j", (FileSize, bytes) => {
    expect(file({ FileSize }).record.fileSize).toBe(bytes);
  });
  test.each<string | number | boolean>(["2GB", "1.5", "-2", "2MBMB", "MB", true, 1.5, -1])(
    "%j is not one, and never a guess",
    (FileSize) => {
      const { record, unreadable } = file({ FileSize });
      expect(record.fileSize).toBeUndefined();
      expect(unreadable).toEqual(new Set(["fileSize"]));
    },
  );
});

describe("the databases of a download", () => {
  test.each<[string, readonly string[]]>([
    ["[dbtest]", ["dbtest"]],
    ["[a,b]", ["a", "b"]],
    ["[a, b]", ["a", "b"]],
    ['["a","b"]', ["a", "b"]],
    ["testdb", ["testdb"]],
    ["[]", []],
  ])("%j", (DbList, names) => {
    expect(task({ DbList }).record.dbList).toEqual(names);
  });
});

describe("a target path that is a pre-signed link is left out", () => {
  test.each([
    "https://b.oss-cn-hangzhou.aliyuncs.com/x?Expires=1&Signature=s",
    "HTTP://b.oss-cn-hangzhou.aliyuncs.com/x?Signature=s",
    "//b.oss-cn-hangzhou.aliyuncs.com/x?Signature=s",
    '"https://b.oss-cn-hangzhou.aliyuncs.com/x?Signature=s"',
    "'//b.oss-cn-hangzhou.aliyuncs.com/x?Signature=s'",
    "b.oss-cn-hangzhou.aliyuncs.com/x?Expires=1&Signature=s",
  ])("%s", (TargetPath) => {
    expect(JSON.stringify(task({ TargetType: "URL", TargetPath }).record)).not.toContain("Signature");
  });
  test.each(["test_db/path", "oss://bucket/exports/2026", "https://b.oss-cn-hangzhou.aliyuncs.com/exports"])(
    "%s is a path",
    (TargetPath) => {
      expect(task({ TargetPath }).record.targetPath).toBe(TargetPath);
    },
  );
});

describe("numbers where the document has text", () => {
  test("are read as they are meant", () => {
    const numbers = { GmtCreate: 1_663_321_957_000, BackupSetTime: 1_663_162_216_000, ExportDataSize: 5 };
    expect(task(numbers).record).toMatchObject({
      createTime: "2022-09-16T09:52:37Z",
      backupSetTime: "2022-09-14T13:30:16Z",
      exportDataSize: 5,
    });
  });
  test.each<string | number>(["1663321957", 1_663_321_957, "0", "soon", "2022-09-16T09:52:37Z", 1e15])(
    "%j is no time in milliseconds",
    (GmtCreate) => {
      const { record, orderTime, unreadable } = task({ GmtCreate });
      expect([record.createTime, orderTime]).toEqual([undefined, undefined]);
      expect(unreadable).toEqual(new Set(["createTime"]));
    },
  );
});

describe("whether a database was replaced", () => {
  const replaced = (IsDBReplaced: string | boolean) =>
    describeMigrateTasks.decodeRow({ MigrateTaskId: "1", IsDBReplaced }).record.isDbReplaced;
  test.each<[string | boolean, boolean | undefined]>([
    ["True", true],
    ["False", false],
    ["true", true],
    [false, false],
    ["yes", undefined],
  ])("%j", (raw, expected) => expect(replaced(raw)).toBe(expected));
});

test("a state is told as it was written", () => {
  expect(task({ DownloadStatus: "queuing" }).record.downloadStatus).toBe("queuing");
  expect(task({ DownloadStatus: "INITIALIZING" }).record.downloadStatus).toBe("INITIALIZING");
});
