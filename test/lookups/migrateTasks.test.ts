import { describe, expect, test } from "vitest";
import { InputError } from "../../provider/core/errors/InputError.ts";
import { NotGoodEnoughError } from "../../provider/core/errors/NotGoodEnoughError.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import { NOW } from "../support/fixtures/backups.ts";
import { ERP, migrateTask, migrateTaskRow } from "../support/fixtures/tasks.ts";
import { call, failure, openSession } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

const emulator = await useEmulator();

const ask = (name: string, more: JsonObject = {}) => call(openSession(emulator), name, { dbInstanceId: ERP, ...more });
const ready = (more: JsonObject = {}) => ask("getMigrateTaskReadiness", more);

test("the list is whole, newest first, flat, with the region", async () => {
  emulator.add(migrateTask("1", 30), migrateTask("2", 5, { BackupMode: "UPDF", IsDBReplaced: "True" }));
  const { ids, migrateTasks } = await ask("getMigrateTasks");
  expect(ids).toEqual(["2", "1"]);
  expect(migrateTasks).toMatchObject([
    {
      migrateTaskId: "2",
      dbName: "orders",
      backupMode: "UPDF",
      status: "Success",
      createTime: "2026-08-10T07:00:30Z",
      endTime: "2026-08-10T07:30:30Z",
      isDbReplaced: true,
      region: "cn-hangzhou",
    },
    { migrateTaskId: "1" },
  ]);
});

test("an instance without tasks has an empty list, and no good task", async () => {
  emulator.addSubject(ERP);
  expect(await ask("getMigrateTasks")).toEqual({ migrateTasks: [], ids: [] });
  expect(await failure(ask("getLatestMigrateTask"))).toBeInstanceOf(NotGoodEnoughError);
  expect(await ready()).toMatchObject({ verdict: "fail", reasons: [{ rule: "exists" }] });
});

test("the list is cut by time here too", async () => {
  emulator.add(...[5, 30, 55].map((hours) => migrateTask(String(hours), hours)));
  expect((await ask("getMigrateTasks", { startTime: "-2d" })).ids).toEqual(["5", "30"]);
  expect((await ask("getMigrateTasks", { endTime: "-1d" })).ids).toEqual(["30", "55"]);
  expect((await ask("getMigrateTasks", { startTime: "-2d", endTime: "-1d" })).ids).toEqual(["30"]);
});

test.each(["-8d", "2026-08-03T11:00:00Z", "-7d1h"])(
  "B20: a list from %s, further back than the service remembers, is refused before anything is sent",
  async (startTime) => {
    emulator.add(migrateTask("1", 5));
    const error = await failure(ask("getMigrateTasks", { startTime }));
    expect(error).toBeInstanceOf(InputError);
    expect(error.message).toMatch(/^startTime: the service remembers 7d only: a list from \S+ would not be whole$/);
    expect(emulator.requests()).toEqual([]);
  },
);

test.each(["-7d", "-6d", "2026-08-03T12:01Z"])("a list from %s is asked for", async (startTime) => {
  emulator.add(migrateTask("1", 5));
  expect((await ask("getMigrateTasks", { startTime })).ids).toEqual(["1"]);
});

test("one by its ID, whatever its state; one that has vanished is an error", async () => {
  emulator.add(migrateTask("1", 5, { Status: "Failed" }), migrateTask("2", 24 * 8));
  expect(await ask("getMigrateTask", { migrateTaskId: "1" })).toMatchObject({ migrateTaskId: "1", status: "Failed" });
  const { message } = await failure(ask("getMigrateTask", { migrateTaskId: "2" }));
  expect(message).toMatch(/^rm-bp1erp \(cn-hangzhou\): migrate task 2 was not found\.\n {2}What to do: /);
});

test("the newest good one, past newer ones that are not", async () => {
  emulator.add(migrateTask("1", 30), migrateTask("2", 20), migrateTask("3", 5, { Status: "Failed" }));
  expect(await ask("getLatestMigrateTask")).toMatchObject({ migrateTaskId: "2", usable: true, pinned: false });
  emulator.add(migrateTask("4", 1, { DBName: "hr" }));
  expect(await ask("getLatestMigrateTask", { databaseName: "orders" })).toMatchObject({ migrateTaskId: "2" });
  expect((await failure(ask("getLatestMigrateTask", { databaseName: "archive" }))).message).toContain("archive");
});

test.each([
  ["without a time", undefined],
  ["from the future", "2026-08-10T12:25:00Z"],
])("which is the newest cannot be told beside a good one %s", async (_, CreateTime) => {
  emulator.addSubject(ERP);
  const rows = [migrateTaskRow("1", 5), migrateTaskRow("2", 2, { CreateTime })];
  const found = { Items: { MigrateTask: rows }, TotalRecordCount: 2 };
  emulator.inject({ kind: "rewrite", times: 99, rewrite: (body) => ({ ...body, ...found }) });
  const { message } = await failure(ask("getLatestMigrateTask"));
  expect(message).toContain("the time of 2 is missing or lies in the future");
});

test("the newest is seen with a local clock 25 minutes behind the service's", async () => {
  emulator.add(migrateTask("1", 5), migrateTask("2", 1 / 12, { Status: "Failed" }));
  const session = openSession(emulator, { now: NOW - 25 * 60_000 });
  expect(await call(session, "getMigrateTaskReadiness", { dbInstanceId: ERP })).toMatchObject({
    verdict: "fail",
    reasons: [{ rule: "status", message: expect.stringContaining("migrate task 2") }],
  });
});

describe("the verdict", () => {
  test("of a newer failed task beats that of an older good one", async () => {
    emulator.add(migrateTask("1", 30), migrateTask("2", 5, { Status: "Failed" }));
    expect(await ready()).toMatchObject({ verdict: "fail", reasons: [{ rule: "status", terminal: true }] });
  });
  test("of FULL and UPDF is that of the last", async () => {
    emulator.add(migrateTask("1", 30), migrateTask("2", 5, { BackupMode: "UPDF", Status: "Running" }));
    expect(await ready()).toMatchObject({ verdict: "pending" });
    emulator.change({ id: "2" }, { Status: "Success" });
    expect(await ready()).toMatchObject({ verdict: "pass", migrateTaskId: "2" });
  });
  test("needs every database, or the named one", async () => {
    emulator.add(migrateTask("1", 5), migrateTask("2", 30, { DBName: "hr", Status: "Running" }));
    expect(await ready()).toMatchObject({ verdict: "pending" });
    expect(await ready({ databaseName: "orders" })).toMatchObject({ verdict: "pass" });
    expect(await ready({ databaseName: "hr" })).toMatchObject({ verdict: "pending" });
    expect(await ready({ databaseName: "archive" })).toMatchObject({ verdict: "fail", reasons: [{ rule: "exists" }] });
  });
  test("of a named task tells that task, though another is newer", async () => {
    emulator.add(migrateTask("1", 30), migrateTask("2", 5));
    const found = await ready({ migrateTaskId: "1" });
    expect(found).toMatchObject({ verdict: "pass", migrateTaskId: "1", migrateTask: { migrateTaskId: "1" } });
    expect(found.ageSeconds).toBe(30 * 3600);
    expect(found.report).toBe("rm-bp1erp (cn-hangzhou) has a good migrate task: 1 of 2026-08-09T06:00:30Z, 30h old.");
  });
  test("of a named task that has vanished is no", async () => {
    emulator.add(migrateTask("1", 5), migrateTask("2", 24 * 7 + 1));
    const found = await ready({ migrateTaskId: "2" });
    expect(found).toMatchObject({ verdict: "fail", reasons: [{ rule: "exists" }] });
    expect(found.report).toContain("migrate task 2 does not exist, or no longer exists");
    expect(found).not.toHaveProperty("migrateTask");
  });
  test("is unknown when the reply is of another instance", async () => {
    emulator.addSubject(ERP);
    const rows = { Items: { MigrateTask: [migrateTaskRow("1", 5)] }, TotalRecordCount: 1 };
    emulator.inject({
      kind: "rewrite",
      times: 99,
      rewrite: (body) => ({ ...body, ...rows, DBInstanceId: "rm-other" }),
    });
    expect(await ready()).toMatchObject({ verdict: "unknown" });
  });
  test("follows the clock: a task that runs is done later", async () => {
    const { row, ...record } = migrateTask("1", 1, { Status: "Running", EndTime: "" });
    emulator.add({ ...record, row, timeline: [{ after: 60_000, set: { Status: "Success" } }] });
    expect(await ready()).toMatchObject({ verdict: "pending" });
    emulator.advance(60_000);
    expect(await ready()).toMatchObject({ verdict: "pass" });
  });
});
