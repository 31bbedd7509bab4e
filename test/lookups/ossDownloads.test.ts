import { describe, expect, test } from "vitest";
import { NotGoodEnoughError } from "../../provider/core/errors/NotGoodEnoughError.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import { ERP, migrateTask, ossDownload } from "../support/fixtures/tasks.ts";
import { call, failure, openSession } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

const emulator = await useEmulator();

const ask = (name: string, more: JsonObject = {}) =>
  call(openSession(emulator), name, { dbInstanceId: ERP, migrateTaskId: "1", ...more });
const ready = (more: JsonObject = {}) => ask("getOssDownloadReadiness", more);

test("the list has the files of one task, in bytes, and no others", async () => {
  emulator.add(ossDownload("1", "a.bak", { FileSize: "2MB" }), ossDownload("2", "b.bak"));
  expect(await ask("getOssDownloads")).toEqual({
    ids: ["a.bak"],
    ossDownloads: [
      {
        fileName: "a.bak",
        status: "Restored",
        isAvailable: true,
        fileSize: 2_097_152,
        backupMode: "FULL",
        createTime: "2026-08-10T10:00:30Z",
        endTime: "2026-08-10T11:00:30Z",
        region: "cn-hangzhou",
      },
    ],
  });
});

test("a task without files has an empty list", async () => {
  emulator.add(migrateTask("1", 5));
  expect(await ask("getOssDownloads")).toEqual({ ids: [], ossDownloads: [] });
});

describe("a file by its name", () => {
  test("is read, whatever its state and however odd its name", async () => {
    const fileName = "备份 (1)/full+diff&2026.bak";
    emulator.add(ossDownload("1", fileName, { Status: "CheckFailed" }), ossDownload("1", "b.bak"));
    expect(await ask("getOssDownload", { fileName })).toMatchObject({ fileName, status: "CheckFailed" });
  });
  test("that is there several times is an error, not the first of them", async () => {
    emulator.add(ossDownload("1", "a.bak"), ossDownload("1", "a.bak", { Status: "DownloadFailed" }));
    const { message } = await failure(ask("getOssDownload", { fileName: "a.bak" }));
    expect(message).toContain("DescribeOssDownloads knows 2 rows with the fileName a.bak");
  });
  test("that is not there is an error", async () => {
    emulator.add(ossDownload("1", "a.bak"));
    const error = await failure(ask("getOssDownload", { fileName: "b.bak" }));
    expect(error).toBeInstanceOf(NotGoodEnoughError);
    expect(error.message).toContain("b.bak");
  });
});

test("the newest good file is the newest that has come as far as asked", async () => {
  const old = { CreateTime: "2026-08-10T01:00:00Z" };
  emulator.add(ossDownload("1", "a.bak", old), ossDownload("1", "b.bak", { Status: "Finished" }));
  expect(await ask("getLatestOssDownload")).toMatchObject({ fileName: "a.bak" });
  expect(await ask("getLatestOssDownload", { stage: "downloaded" })).toMatchObject({ fileName: "b.bak" });
});

describe("the verdict about all files", () => {
  test("passes when all are restored and the task is done", async () => {
    emulator.add(migrateTask("1", 5), ossDownload("1", "a.bak"), ossDownload("1", "b.bak"));
    expect(await ready()).toMatchObject({ verdict: "pass", reasons: [] });
  });
  test("does not pass without a file, whatever is expected", async () => {
    emulator.add(migrateTask("1", 5));
    expect(await ready()).toMatchObject({ verdict: "fail", reasons: [{ rule: "exists" }] });
    expect(await ready({ expectedFiles: 1 })).toMatchObject({ verdict: "fail" });
  });
  test("does not pass when one of many is not there yet", async () => {
    emulator.add(migrateTask("1", 5), ossDownload("1", "a.bak"), ossDownload("1", "b.bak", { Status: "Restoring" }));
    expect(await ready()).toMatchObject({
      verdict: "pending",
      reasons: [{ rule: "status", message: expect.stringContaining("file b.bak: it is Restoring") }],
    });
  });
  test.each(["Running", "Waiting", "NoStart"])("waits while the task is %s: the list may grow", async (Status) => {
    emulator.add(migrateTask("1", 5, { Status }), ossDownload("1", "a.bak"));
    expect(await ready()).toMatchObject({
      verdict: "pending",
      reasons: [{ message: expect.stringContaining("the migrate task: it is") }],
    });
  });
  test("fails with a task that failed, and is unknown with one that nobody understands", async () => {
    emulator.add(migrateTask("1", 5, { Status: "Failed" }), ossDownload("1", "a.bak"));
    expect(await ready()).toMatchObject({ verdict: "fail" });
    emulator.change({ action: "DescribeMigrateTasks" }, { Status: "Paused" });
    expect(await ready()).toMatchObject({ verdict: "unknown" });
  });
  test("does not pass with a task that does not exist, or no longer exists", async () => {
    emulator.add(migrateTask("2", 5), migrateTask("1", 24 * 8), ossDownload("1", "a.bak"));
    const found = await ready();
    expect(found).toMatchObject({ verdict: "fail", reasons: [{ rule: "migrateTaskId" }] });
    expect(found.report).toContain("give expectedFiles to do without it");
  });
  test("counts the expected files, and then asks for no task", async () => {
    emulator.add(ossDownload("1", "a.bak"), ossDownload("1", "b.bak"));
    expect(await ready({ expectedFiles: 2 })).toMatchObject({ verdict: "pass" });
    expect(emulator.requests().map(({ action }) => action)).toEqual(["DescribeOssDownloads"]);
    expect(await ready({ expectedFiles: 3 })).toMatchObject({ verdict: "fail", reasons: [{ rule: "expectedFiles" }] });
    expect(await ready({ expectedFiles: 1 })).toMatchObject({ verdict: "fail", reasons: [{ rule: "expectedFiles" }] });
  });
  test("sees a file that is added after the task was read", async () => {
    emulator.add(migrateTask("1", 5), ossDownload("1", "a.bak"));
    const rewrite = (body: JsonObject) => {
      emulator.add(ossDownload("1", "b.bak", { Status: "Restoring" }));
      return body;
    };
    emulator.inject({ kind: "rewrite", action: "DescribeMigrateTasks", rewrite });
    expect(await ready()).toMatchObject({ verdict: "pending", reasons: [{ rule: "status" }] });
  });
  test("does not pass with a file that is not available, nor with one of which nobody knows", async () => {
    emulator.add(migrateTask("1", 5), ossDownload("1", "a.bak"), ossDownload("1", "b.bak", { IsAvailable: "False" }));
    expect(await ready()).toMatchObject({ verdict: "fail", reasons: [{ rule: "isAvailable" }] });
    emulator.change({ id: "b.bak" }, { IsAvailable: "perhaps" });
    expect(await ready()).toMatchObject({ verdict: "unknown", reasons: [{ rule: "isAvailable" }] });
  });
  test("minds the age of every file", async () => {
    const old = { CreateTime: "2026-08-08T12:00:00Z" };
    emulator.add(migrateTask("1", 5), ossDownload("1", "a.bak"), ossDownload("1", "b.bak", old));
    expect(await ready({ maxAge: "1d" })).toMatchObject({ verdict: "fail", reasons: [{ rule: "maxAge" }] });
    expect(await ready({ maxAge: "3d" })).toMatchObject({ verdict: "pass" });
  });
  test("is unknown when the list of files is absent", async () => {
    emulator.add(migrateTask("1", 5), ossDownload("1", "a.bak"));
    const rewrite = ({ Items: _, ...body }: JsonObject) => body;
    emulator.inject({ kind: "rewrite", action: "DescribeOssDownloads", times: 99, rewrite });
    expect(await ready()).toMatchObject({ verdict: "unknown" });
  });
  test("is unknown when the files are of another task", async () => {
    emulator.add(migrateTask("1", 5), ossDownload("1", "a.bak"));
    const rewrite = (body: JsonObject) => ({ ...body, MigrateTaskId: "2" });
    emulator.inject({ kind: "rewrite", action: "DescribeOssDownloads", times: 99, rewrite });
    expect(await ready()).toMatchObject({ verdict: "unknown" });
  });
});
