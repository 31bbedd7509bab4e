import { beforeEach, describe, expect, test } from "vitest";
import { NotGoodEnoughError } from "../../provider/core/errors/NotGoodEnoughError.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import { backup, backupRow, DAY, HOUR, iso, NOW, SHOP } from "../support/fixtures/backups.ts";
import { call, failure, openSession } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

const emulator = await useEmulator();

function latest(more: JsonObject = {}) {
  return call(openSession(emulator), "getLatestBackup", { dbInstanceId: SHOP, ...more });
}

test("is the newest usable backup", async () => {
  emulator.add(backup("1", 53), backup("3", 29), backup("2", 5));
  expect(await latest()).toMatchObject({
    backupId: "2",
    dbInstanceId: SHOP,
    region: "cn-hangzhou",
    recoveryPointTime: "2026-08-10T07:00:30Z",
    pinned: false,
    usable: true,
  });
});

describe("skips a newer one", () => {
  test.each([
    ["that failed", { BackupStatus: "Failed" }],
    ["in a state nobody knows", { BackupStatus: "Finalizing" }],
    ["that is incremental", { BackupType: "IncrementalBackup" }],
    ["that is logical", { BackupMethod: "Logical" }],
    ["of a single database", { BackupDBNames: "orders" }],
    ["that is not available", { IsAvail: 0 }],
    ["whose availability cannot be read", { IsAvail: "perhaps" }],
    ["that expired", { ExpectExpireTime: iso(NOW - HOUR) }],
    [
      "orderTime ahead of the service's clock",
      { BackupStartTime: iso(NOW + HOUR), BackupEndTime: iso(NOW + 2 * HOUR) },
    ],
    ["without a start", { BackupStartTime: undefined }],
  ])("%s", async (_, changes) => {
    // The emulator cannot find by time what has none: the reply is put together here.
    const rows = [backupRow("2", 5, changes), backupRow("1", 29)];
    emulator.addSubject(SHOP);
    emulator.inject({
      kind: "rewrite",
      rewrite: (body) => ({ ...body, TotalRecordCount: 2, Items: { Backup: rows } }),
    });
    expect((await latest()).backupId).toBe("1");
  });
});

describe("takes what is asked for", () => {
  beforeEach(() =>
    emulator.add(
      backup("1", 5, { BackupType: "IncrementalBackup" }),
      backup("2", 6, { BackupMethod: "Logical", BackupDBNames: "orders,users" }),
      backup("3", 7, { BackupMethod: "Physical", ExpectExpireTime: iso(NOW + DAY) }),
      backup("4", 29, { ExpectExpireTime: iso(NOW + 30 * DAY) }),
    ),
  );
  test.each([
    [{}, "3"],
    [{ backupType: "IncrementalBackup" }, "1"],
    [{ backupMethod: "Logical", databaseName: "users" }, "2"],
    [{ backupMethod: "Snapshot" }, "4"],
    [{ minRemaining: "7d" }, "4"],
  ])("%j", async (criteria, id) => expect((await latest(criteria)).backupId).toBe(id));
});

describe("of two at the same time", () => {
  test("the one that ended later", async () => {
    emulator.add(backup("2", 5), backup("1", 5, { BackupEndTime: iso(NOW - HOUR) }));
    expect((await latest()).backupId).toBe("1");
  });
  test("else the higher number", async () => {
    emulator.add(backup("99", 5), backup("100", 5));
    expect((await latest()).backupId).toBe("100");
  });
});

describe("maxAge", () => {
  test("refuses an older one, with its age", async () => {
    emulator.add(backup("1", 30));
    expect((await latest({ maxAge: "30h" })).backupId).toBe("1");
    const error = await failure(latest({ maxAge: "26h" }));
    expect(error).toBeInstanceOf(NotGoodEnoughError);
    expect(error.message.split("\n")[0]).toBe(
      "rm-bp1shop (cn-hangzhou): no good backup: the newest usable backup is 30h old, older than 26h.",
    );
  });
  test("is looked for as far back as it allows", async () => {
    emulator.add(backup("1", 50 * 24));
    expect((await latest({ maxAge: "60d" })).backupId).toBe("1");
  });
  test("is counted by the service's clock, not the local one", async () => {
    emulator.add(backup("1", 25));
    const session = openSession(emulator, { now: NOW + 10 * 60_000 + HOUR });
    const found = await call(session, "getLatestBackup", { dbInstanceId: SHOP, maxAge: "26h" });
    expect(found.backupId).toBe("1");
  });
});

describe("the search widens", () => {
  const asked = () => emulator.requests().map(({ parameters }) => [parameters.StartTime, parameters.EndTime]);
  const until = "2026-08-10T12:32Z";
  // Each begins a day before the days it is about, as it is not known whether the service cuts by start or end.
  const [days3, days10, days32] = ["2026-08-06T12:00Z", "2026-07-30T12:00Z", "2026-07-08T12:00Z"];

  test("not at all when a backup is young", async () => {
    emulator.add(backup("1", 5), backup("2", 20 * 24));
    await latest();
    expect(asked()).toEqual([[days3, until]]);
  });
  test("once for one of last week", async () => {
    emulator.add(backup("1", 8 * 24));
    await latest();
    expect(asked()).toEqual([
      [days3, until],
      [days10, until],
    ]);
  });
  test("up to 32 days, with the same end each time", async () => {
    emulator.add(backup("1", 31 * 24));
    expect((await latest()).backupId).toBe("1");
    expect(asked()).toEqual([
      [days3, until],
      [days10, until],
      [days32, until],
    ]);
  });
  test("no further than lookback", async () => {
    emulator.add(backup("1", 33 * 24));
    expect((await failure(latest())).message).toContain("there is no backup");
    emulator.clearRequests();
    expect((await latest({ lookback: "40d" })).backupId).toBe("1");
    expect(asked()).toHaveLength(3);
    emulator.clearRequests();
    await failure(latest({ lookback: "2d" }));
    expect(asked()).toEqual([["2026-08-07T12:00Z", until]]);
  });
  test("past a young one that is not usable", async () => {
    emulator.add(backup("1", 5, { BackupStatus: "Failed" }), backup("2", 8 * 24));
    expect((await latest()).backupId).toBe("2");
  });
});

describe("none is an error", () => {
  test("that says where and how far was looked", async () => {
    emulator.addSubject(SHOP);
    const error = await failure(latest());
    expect(error).toBeInstanceOf(NotGoodEnoughError);
    expect(error.message).toMatch(
      /^rm-bp1shop \(cn-hangzhou\): no good backup: there is no backup\.\n {2}Looked at 0 backups from 2026-07-09T12:00:30Z until 2026-08-10T12:00:30Z\.\n {2}What to do: .*$/,
    );
  });
  test("that shows the newest rows, and what refused each", async () => {
    emulator.add(backup("1", 5, { BackupStatus: "Failed" }), backup("2", 29, { IsAvail: 0 }));
    const { message } = await failure(latest());
    expect(message).toContain("none of 2 backups is usable");
    expect(message).toMatch(/1 .*the backup failed/);
    expect(message).toMatch(/2 .*not available for a restore/);
  });
  test("that names the filters", async () => {
    emulator.add(backup("1", 5));
    const { message } = await failure(latest({ backupMethod: "Physical" }));
    expect(message).toContain("backupMethod is Snapshot, not Physical");
  });
});

describe("pin", () => {
  test("keeps the backup though there is a newer one", async () => {
    emulator.add(backup("1", 24 * 100), backup("2", 5));
    const session = openSession(emulator);
    const found = await call(session, "getLatestBackup", { dbInstanceId: SHOP, pin: "1" });
    expect(found).toMatchObject({ backupId: "1", pinned: true, usable: true, region: "cn-hangzhou" });
    expect(session.warnings).toEqual([]);
  });
  test("keeps it though it is not usable any more, and says so", async () => {
    emulator.add(backup("1", 24 * 10, { IsAvail: 0 }), backup("2", 5));
    const session = openSession(emulator);
    const found = await call(session, "getLatestBackup", { dbInstanceId: SHOP, pin: "1" });
    expect(found).toMatchObject({ backupId: "1", pinned: true, usable: false });
    expect(session.warnings).toEqual([expect.stringMatching(/^The pinned backup 1 is not usable: .*not available/)]);
  });
  test("keeps its ID though it is gone, and says so", async () => {
    emulator.add(backup("2", 5));
    const session = openSession(emulator);
    const found = await call(session, "getLatestBackup", { dbInstanceId: SHOP, pin: "1" });
    expect(found).toMatchObject({ backupId: "1", dbInstanceId: SHOP, pinned: true, usable: false });
    expect(session.warnings).toEqual([expect.stringContaining("it does not exist, or no longer exists")]);
  });
  test("is not excused from an instance that does not exist", async () => {
    expect((await failure(latest({ pin: "1" }))).message).toContain("InvalidDBInstanceName.NotFound");
  });
});
