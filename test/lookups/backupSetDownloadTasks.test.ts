import { beforeEach, describe, expect, test } from "vitest";
import { NotGoodEnoughError } from "../../provider/core/errors/NotGoodEnoughError.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import { backupSetDownload, PLAN } from "../support/fixtures/tasks.ts";
import { call, failure, openSession } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

const emulator = await useEmulator();

const ask = (name: string, given: JsonObject = {}) => call(openSession(emulator), name, given);
const ofPlan = (name: string, more: JsonObject = {}) => ask(name, { backupPlanId: PLAN, ...more });
const ready = (more: JsonObject = {}) => ofPlan("getBackupSetDownloadTaskReadiness", more);

test("the list is whole, newest first, flat, with the region, without links and without 无", async () => {
  const link = "//dbs.oss-cn-hangzhou.aliyuncs.com/a.gz?Expires=1795165200&Signature=s1gnature";
  emulator.add(backupSetDownload("b1", 30), backupSetDownload("b2", 5, { BackupSetDownloadInternetUrl: link }));
  const { ids, backupSetDownloadTasks } = await ofPlan("getBackupSetDownloadTasks");
  expect(ids).toEqual(["b2", "b1"]);
  expect(backupSetDownloadTasks).toEqual([
    {
      backupSetDownloadTaskId: "b2",
      backupSetDownloadTaskName: "nightly",
      backupSetDownloadStatus: "finish",
      backupPlanId: PLAN,
      backupSetId: "dbss1",
      backupSetDownloadCreateTime: "2026-08-10T07:00:30Z",
      backupSetDownloadFinishTime: "2026-08-10T07:30:30Z",
      backupSetDataSize: 213,
      backupSetDownloadWay: "manual",
      region: "cn-hangzhou",
    },
    expect.objectContaining({ backupSetDownloadTaskId: "b1" }),
  ]);
});

test("a plan without tasks has an empty list, written as the document writes it", async () => {
  emulator.addSubject(PLAN);
  expect(await ofPlan("getBackupSetDownloadTasks")).toEqual({ backupSetDownloadTasks: [], ids: [] });
  expect(await ready()).toMatchObject({ verdict: "fail", reasons: [{ rule: "exists" }] });
  expect(await failure(ofPlan("getLatestBackupSetDownloadTask"))).toBeInstanceOf(NotGoodEnoughError);
});

test("the service's own words do not carry secrets into a record", async () => {
  const ErrMessage = "GET https://b.oss.aliyuncs.com/f?OSSAccessKeyId=LTAIabcdefgh12&Signature=s1gnature failed";
  emulator.add(backupSetDownload("b1", 5, { BackupSetDownloadStatus: "stop", ErrMessage }));
  const found = await ofPlan("getBackupSetDownloadTask", { backupSetDownloadTaskId: "b1" });
  expect(found).toMatchObject({ errMessage: expect.stringContaining("failed") });
  expect(JSON.stringify(found)).not.toMatch(/s1gnature|LTAI/);
  expect(JSON.stringify(await ready())).not.toMatch(/s1gnature|LTAI/);
});

describe("the task's ID is enough", () => {
  beforeEach(() => emulator.add(backupSetDownload("b1", 30), backupSetDownload("b2", 5)));
  const given = { backupSetDownloadTaskId: "b1" };

  test("for the list", async () => {
    expect((await ask("getBackupSetDownloadTasks", given)).ids).toEqual(["b1"]);
  });
  test("for one", async () => {
    expect(await ask("getBackupSetDownloadTask", given)).toMatchObject({ backupSetDownloadTaskId: "b1" });
  });
  test("for the verdict", async () => {
    const found = await ask("getBackupSetDownloadTaskReadiness", given);
    expect(found).toMatchObject({ verdict: "pass", backupSetDownloadTaskId: "b1" });
    expect(found.report).toMatch(/^b1 \(cn-hangzhou\) has a good backup set download task: b1 of /);
  });
  test("and an error names it", async () => {
    const { message } = await failure(ask("getBackupSetDownloadTask", { backupSetDownloadTaskId: "b9" }));
    expect(message).toMatch(/^b9 \(cn-hangzhou\): backup set download task b9 was not found\./);
    expect(message).not.toContain("undefined");
    emulator.inject({ kind: "error", status: 403, code: "DBS.NoPermissionException" });
    const refused = await failure(ask("getBackupSetDownloadTask", { backupSetDownloadTaskId: "b1" }));
    expect(refused.message).toMatch(/^DescribeBackupSetDownloadTaskList for b1 failed: /);
  });
});

test("a row of another plan is an error", async () => {
  emulator.addSubject(PLAN);
  const { row } = backupSetDownload("b1", 5, { BackupPlanId: "dbs1other" });
  const rewrite = (body: JsonObject) => ({
    ...body,
    TotalElements: 1,
    Items: { BackupSetDownloadTaskDetail: [row] },
  });
  emulator.inject({ kind: "rewrite", times: 99, rewrite });
  expect((await failure(ofPlan("getBackupSetDownloadTasks"))).message).toContain("not of dbs1plan");
  expect(await ready()).toMatchObject({ verdict: "unknown" });
});

test("the newest good one, past newer ones that are not", async () => {
  emulator.add(backupSetDownload("b1", 30), backupSetDownload("b2", 5, { BackupSetDownloadStatus: "stop" }));
  expect(await ofPlan("getLatestBackupSetDownloadTask")).toMatchObject({ backupSetDownloadTaskId: "b1", usable: true });
  expect(await failure(ofPlan("getLatestBackupSetDownloadTask", { maxAge: "1d" }))).toBeInstanceOf(NotGoodEnoughError);
});

describe("the verdict", () => {
  test("of a newer failed task beats that of an older good one", async () => {
    emulator.add(backupSetDownload("b1", 30), backupSetDownload("b2", 5, { BackupSetDownloadStatus: "stop" }));
    expect(await ready()).toMatchObject({
      verdict: "fail",
      reasons: [{ rule: "backupSetDownloadStatus", terminal: true }],
    });
    expect(await ready({ backupSetDownloadTaskId: "b1" })).toMatchObject({ verdict: "pass" });
  });
  test("of a named task that has vanished is no", async () => {
    emulator.add(backupSetDownload("b1", 30));
    expect(await ready({ backupSetDownloadTaskId: "b2" })).toMatchObject({
      verdict: "fail",
      reasons: [{ rule: "exists" }],
    });
  });
  test("minds the age", async () => {
    emulator.add(backupSetDownload("b1", 30));
    expect(await ready({ maxAge: "26h" })).toMatchObject({ verdict: "fail", reasons: [{ rule: "maxAge" }] });
    expect(await ready({ maxAge: "31h" })).toMatchObject({ verdict: "pass", ageSeconds: 108_000 });
  });
});
