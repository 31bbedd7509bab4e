import { beforeEach, describe, expect, test } from "vitest";
import { demoCredentials, type FieldChanges, startEmulator } from "../../emulator/index.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import { dynamicMethods } from "../../provider/dynamic/dynamicMethods.ts";
import { backup, HOUR, iso, SHOP } from "../support/fixtures/backups.ts";
import { ERP, migrateTask } from "../support/fixtures/tasks.ts";
import { failure } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

/** Dynamic resources run on the real machine: the emulator's clock, and what is in it, follow the real time. */
const emulator = await useEmulator(() => startEmulator({ seeds: [] }));

function methods(token: string) {
  const { accessKey, secretKey } = demoCredentials.owner;
  const endpoints = JSON.stringify({ rds: emulator.url, dbs: emulator.url });
  const settings = new Map(Object.entries({ region: "cn-hangzhou", accessKey, secretKey, endpoints }));
  return dynamicMethods(`alicloud-backups:rds:${token}`, {
    get: (key) => settings.get(key.replace(/^alicloud-backups:/, "")),
  });
}

const gate = () => methods("MigrateTaskGate");
const check = async (olds: JsonObject, news: JsonObject) => (await gate().check(olds, news)).failures;

/** What `create` recorded. */
async function passed(given: JsonObject): Promise<JsonObject> {
  return (await gate().create(given)).outs;
}

/** What `pulumi destroy` is refused with. */
async function refusalToDelete(recorded: JsonObject): Promise<string> {
  const found = gate();
  if (!("delete" in found)) throw new Error("A gate can be deleted.");
  return (await failure(found.delete("", recorded))).message;
}

function addTask(id: string, hoursAgo: number, changes: FieldChanges = {}): void {
  const created = Date.now() - hoursAgo * HOUR;
  emulator.add(migrateTask(id, 0, { CreateTime: iso(created), EndTime: iso(created + HOUR / 2), ...changes }));
}

test("after passing with one task, to name another is a change, and to name none", async () => {
  addTask("1", 5);
  addTask("2", 2);
  const given = { dbInstanceId: ERP, migrateTaskId: "1" };
  const recorded = await passed(given);

  expect(await gate().diff("", recorded, given)).toEqual({ changes: false });
  expect(await gate().diff("", recorded, { ...given, migrateTaskId: "2" })).toEqual({ changes: true });
  expect(await gate().diff("", recorded, { dbInstanceId: ERP })).toEqual({ changes: true });
});

test.each([{ dbInstanceId: ERP }, { dbInstanceIds: [ERP] }])(
  "a refusal names the property that was set: %o",
  async (inputs) => {
    addTask("1", 5, { Status: "Failed" });
    const [failure] = await check({}, inputs);
    expect(failure).toMatchObject({
      property: Object.keys(inputs)[0],
      reason: expect.stringContaining("it is Failed"),
    });
  },
);

test("a refresh keeps what was recorded; a gate that is read by an ID was never evaluated, and is refused", async () => {
  addTask("1", 5);
  const given = { dbInstanceId: ERP, migrateTaskId: "1" };
  const recorded = await passed(given);
  const found = gate();
  if (!("read" in found)) throw new Error("A gate can be refreshed.");

  expect(await found.read("migrateTask", recorded)).toEqual({ id: "migrateTask", props: recorded });
  const asked = Promise.resolve().then(() => found.read("migrateTask", { ...given, verdict: "pass" }));
  expect((await failure(asked)).message).toContain("evaluated where it is made");
});

describe("delete with denyDestroy", () => {
  const given = { dbInstanceId: ERP, denyDestroy: true };

  test("of a gate that named no task judges the newest, not the one that it passed on", async () => {
    addTask("1", 5);
    const recorded = await passed(given);
    addTask("2", 2, { Status: "Failed" });

    const refusal = await refusalToDelete(recorded);

    expect(recorded).toMatchObject({ verdict: "pass", migrateTaskId: "1" });
    expect(refusal).toContain("migrate task 2 of orders: it is Failed");
    expect(refusal).toContain("The gate has denyDestroy");
  });
  test("of a gate that named its task judges that one alone", async () => {
    addTask("1", 5);
    const recorded = await passed({ ...given, migrateTaskId: "1" });
    addTask("2", 2);
    emulator.change({ id: "1" }, { Status: "Failed" });

    expect(await refusalToDelete(recorded)).toContain("migrate task 1 of orders: it is Failed");
  });
});

describe("a task that vanished after the gate passed", () => {
  const given = { dbInstanceId: ERP, migrateTaskId: "1" };
  beforeEach(async () => {
    addTask("1", 5);
    addTask("2", 2);
    await passed(given);
    emulator.remove({ id: "1" });
    emulator.clearRequests();
  });

  test("does not block the same inputs: it is not even asked for", async () => {
    expect(await check(given, given)).toEqual([]);
    expect(emulator.requests()).toEqual([]);
  });
  test.each<readonly [string, JsonObject, JsonObject]>([
    ["when the inputs changed", given, { ...given, maxAge: "7d" }],
    ["in a gate that was not there before", {}, given],
    ['under "always"', { ...given, recheck: "always" }, { ...given, recheck: "always" }],
  ])("counts %s", async (_, olds, news) => {
    expect(await check(olds, news)).toEqual([
      {
        property: "dbInstanceId",
        reason: expect.stringContaining("migrate task 1 does not exist, or no longer exists"),
      },
    ]);
  });
});

test.each([
  ["previewEnforcement", "warn"],
  ["track", "newest"],
])("%s is refused, new or as before", async (property, value) => {
  addTask("1", 5);
  const given = { dbInstanceId: ERP, [property]: value };
  for (const olds of [{}, given]) {
    expect(await check(olds, given)).toEqual([{ property, reason: expect.stringContaining("leave this out") }]);
  }
  expect(emulator.requests()).toEqual([]);
});

test("a lookup whose answer lost a field is a change", async () => {
  const began = Date.now() - 5 * HOUR;
  const times = { BackupStartTime: iso(began), BackupEndTime: iso(began + HOUR / 2) };
  const lookup = methods("getLatestBackup");
  const given = { dbInstanceId: SHOP };
  emulator.add(backup("1", 0, times));
  const { outs } = await lookup.create(given);
  expect(outs).toMatchObject({ backupId: "1", backupSize: 1_000_000 });
  expect(await lookup.diff("1", outs, given)).toEqual({ changes: false });

  emulator.remove({ id: "1" });
  emulator.add(backup("1", 0, { ...times, BackupSize: undefined }));

  expect(await lookup.diff("1", outs, given)).toEqual({ changes: true });
});
