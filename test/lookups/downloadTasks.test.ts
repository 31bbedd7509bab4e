import { beforeEach, describe, expect, test } from "vitest";
import { NotGoodEnoughError } from "../../provider/core/errors/NotGoodEnoughError.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import { BILL, downloadTask } from "../support/fixtures/tasks.ts";
import { call, failure, openSession } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

const emulator = await useEmulator();

const ask = (name: string, more: JsonObject = {}) => call(openSession(emulator), name, { dbInstanceId: BILL, ...more });
const ready = (more: JsonObject = {}) => ask("getDownloadTaskReadiness", more);

test("the list is whole, newest first, flat, with the region", async () => {
  emulator.add(
    downloadTask("dt-1", 30),
    downloadTask("dt-2", 5, { DbList: "[a,b]", TargetType: "URL", TargetPath: "" }),
  );
  const { ids, downloadTasks } = await ask("getDownloadTasks");
  expect(ids).toEqual(["dt-2", "dt-1"]);
  expect(downloadTasks).toEqual([
    {
      taskId: "dt-2",
      downloadStatus: "finished",
      backupSetId: "1482610301",
      createTime: "2026-08-10T07:00:30Z",
      dbList: ["a", "b"],
      format: "csv",
      exportDataSize: 1000,
      importDataSize: 900,
      progress: "7/7",
      targetType: "URL",
      regionCode: "cn-hangzhou",
      region: "cn-hangzhou",
    },
    expect.objectContaining({ taskId: "dt-1", targetPath: "exports/full" }),
  ]);
});

describe("the region of a row", () => {
  test("is the one that was asked: a row of another is an error, and so is one whose region cannot be read", async () => {
    for (const [RegionCode, whose] of [
      ["cn-beijing", "cn-beijing"],
      [["cn-hangzhou"], "a regionCode that cannot be read"],
    ] as const) {
      emulator.reset();
      emulator.add(downloadTask("dt-1", 30), downloadTask("dt-2", 5, { RegionCode }));
      const { message } = await failure(ask("getDownloadTasks"));
      expect(message).toContain(`DescribeDownloadTask sent row dt-2, which is not of cn-hangzhou but of ${whose}.`);
      expect(await ready()).toMatchObject({ verdict: "unknown" });
    }
  });

  test("need not be told", async () => {
    emulator.add(downloadTask("dt-1", 30, { RegionCode: undefined }));
    expect((await ask("getDownloadTasks")).ids).toEqual(["dt-1"]);
  });
});

describe("filters", () => {
  beforeEach(() =>
    emulator.add(
      downloadTask("dt-1", 30),
      downloadTask("dt-2", 5, { DownloadStatus: "queuing", BakSetId: "7" }),
      downloadTask("dt-3", 3, { DownloadStatus: "queueing" }),
      downloadTask("dt-4", 1, { DownloadStatus: "initializing" }),
      { ...downloadTask("dt-5", 50, { DownloadStatus: "Initializing" }), of: { TaskType: "pitr" } },
    ),
  );
  test.each<[JsonObject, readonly string[]]>([
    [{ state: "queueing" }, ["dt-3", "dt-2"]],
    [{ state: "Initializing" }, ["dt-4", "dt-5"]],
    [{ state: "finished" }, ["dt-1"]],
    [{ backupSetId: "7" }, ["dt-2"]],
    [{ taskType: "pitr" }, ["dt-5"]],
    [{ startTime: "-4h" }, ["dt-4", "dt-3"]],
    [{ endTime: "-1d" }, ["dt-1", "dt-5"]],
    [{ datasourceId: `ds-${BILL}_cn-hangzhou` }, ["dt-4", "dt-3", "dt-2", "dt-1", "dt-5"]],
  ])("%j", async (given, ids) => {
    expect((await ask("getDownloadTasks", given)).ids).toEqual(ids);
  });

  test("are applied again, when the service does not", async () => {
    const everything = emulator.records().map(({ row }) => row);
    const rewrite = (body: JsonObject) => ({
      ...body,
      Data: { TotalElements: 5, Content: { List: everything } },
    });
    emulator.inject({ kind: "rewrite", times: 99, rewrite });
    expect((await ask("getDownloadTasks", { state: "queueing" })).ids).toEqual(["dt-3", "dt-2"]);
  });
});

test("a data source alone is enough", async () => {
  emulator.add(downloadTask("dt-1", 5));
  const given = { datasourceId: `ds-${BILL}_cn-hangzhou` };
  expect(await call(openSession(emulator), "getDownloadTasks", given)).toMatchObject({ ids: ["dt-1"] });
  expect(await call(openSession(emulator), "getLatestDownloadTask", given)).toMatchObject({ taskId: "dt-1" });
  expect(await call(openSession(emulator), "getDownloadTaskReadiness", given)).toMatchObject({ verdict: "pass" });
});

test("one by its ID, over the whole retention, whatever its state", async () => {
  emulator.add(downloadTask("dt-1", 24 * 300, { DownloadStatus: "expired" }));
  expect(await ask("getDownloadTask", { taskId: "dt-1" })).toMatchObject({ downloadStatus: "expired" });
  const { message } = await failure(ask("getDownloadTask", { taskId: "dt-2" }));
  expect(message).toMatch(/^rm-bp1bill \(cn-hangzhou\): download task dt-2 was not found\.\n {2}What to do: /);
});

test("the newest good one, by database and by backup set", async () => {
  const audit = { DbList: "[audit]" };
  emulator.add(downloadTask("dt-1", 30, { BakSetId: "7" }), downloadTask("dt-2", 20), downloadTask("dt-3", 5, audit));
  expect(await ask("getLatestDownloadTask")).toMatchObject({ taskId: "dt-3" });
  expect(await ask("getLatestDownloadTask", { databaseName: "billing" })).toMatchObject({ taskId: "dt-2" });
  expect(await ask("getLatestDownloadTask", { backupSetId: "7" })).toMatchObject({ taskId: "dt-1" });
  const none = await failure(ask("getLatestDownloadTask", { databaseName: "none" }));
  expect(none).toBeInstanceOf(NotGoodEnoughError);
});

test("a pinned one that has vanished is told to be unusable, and only of what is known", async () => {
  emulator.addSubject(BILL);
  const found = await ask("getLatestDownloadTask", { pin: "dt-9" });
  expect(found).toEqual({ taskId: "dt-9", region: "cn-hangzhou", pinned: true, usable: false });
});

describe("the verdict", () => {
  test("does not pass without a task", async () => {
    emulator.addSubject(BILL);
    expect(await ready()).toMatchObject({ verdict: "fail", reasons: [{ rule: "exists" }] });
  });
  test("needs every database, or the named one", async () => {
    const audit = { DbList: "[audit]", DownloadStatus: "running" };
    emulator.add(downloadTask("dt-1", 5), downloadTask("dt-2", 30, audit));
    expect(await ready()).toMatchObject({ verdict: "pending" });
    expect(await ready({ databaseName: "billing" })).toMatchObject({ verdict: "pass", taskId: "dt-1" });
    expect(await ready({ databaseName: "audit" })).toMatchObject({ verdict: "pending" });
    expect(await ready({ databaseName: "ledger" })).toMatchObject({ verdict: "fail" });
  });
  test("of a newer failed task beats that of an older good one", async () => {
    emulator.add(downloadTask("dt-1", 30), downloadTask("dt-2", 5, { DownloadStatus: "failed" }));
    expect(await ready()).toMatchObject({ verdict: "fail", reasons: [{ rule: "downloadStatus", terminal: true }] });
  });
  test("of a named task tells that task", async () => {
    emulator.add(downloadTask("dt-1", 30), downloadTask("dt-2", 5));
    expect(await ready({ taskId: "dt-1" })).toMatchObject({ verdict: "pass", taskId: "dt-1" });
  });
  test("is unknown when the data is absent", async () => {
    emulator.add(downloadTask("dt-1", 5));
    emulator.inject({ kind: "rewrite", times: 99, rewrite: ({ Data: _, ...body }) => body });
    expect(await ready()).toMatchObject({ verdict: "unknown" });
  });
});
