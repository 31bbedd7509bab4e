import { describe, expect, test } from "vitest";
import type { EmulatorRecord, FieldChanges } from "../../emulator/index.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import { backup, DAY, HOUR, iso, NOW, SHOP, sqlServerByHand } from "../support/fixtures/backups.ts";
import { evaluateGate } from "../support/lookups/gates.ts";
import { call, failure, openSession } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

/*
 * backupType FullOrIncremental, as for SQL Server with a full backup every week and an incremental one every day: an
 * incremental backup counts with its base, which is the newest successful full one of its method before it, and with every
 * incremental one between.
 */
const emulator = await useEmulator();

const question = { dbInstanceId: SHOP, backupType: "FullOrIncremental" };
const sqlServer = { Engine: "SQLServer", BackupMethod: "Physical", CopyOnlyBackup: "0" };

function full(id: string, hoursAgo: number, changes: FieldChanges = {}): EmulatorRecord {
  return backup(id, hoursAgo, { ...sqlServer, ...changes });
}
function incremental(id: string, hoursAgo: number, changes: FieldChanges = {}): EmulatorRecord {
  return backup(id, hoursAgo, { ...sqlServer, BackupType: "IncrementalBackup", BackupSize: 1000, ...changes });
}

/** A full backup 100 hours ago, and an incremental one every day since then. */
function week(changes: Readonly<Record<string, FieldChanges>> = {}): EmulatorRecord[] {
  return [
    full("10", 100, changes["10"]),
    incremental("11", 76, changes["11"]),
    incremental("12", 52, changes["12"]),
    incremental("13", 28, changes["13"]),
    incremental("14", 4, changes["14"]),
  ];
}

const readiness = (more: JsonObject = {}) =>
  call(openSession(emulator), "getBackupReadiness", { ...question, ...more });
const latest = (more: JsonObject = {}) => call(openSession(emulator), "getLatestBackup", { ...question, ...more });

/** Seven incremental ones of the last day, whose full backup is that many hours old. */
function dayAfter(baseHoursAgo: number): EmulatorRecord[] {
  return [full("1", baseHoursAgo), ...[2, 5, 8].map((hours) => incremental(String(100 - hours), hours))];
}

test("the newest incremental backup of a whole chain counts, and the report says what it rests on", async () => {
  emulator.add(...week());
  const result = await readiness({ maxAge: "26h" });

  expect(result).toMatchObject({ verdict: "pass", reasons: [], backupId: "14", ageSeconds: 4 * 3600 });
  expect(result.report).toBe(
    "rm-bp1shop (cn-hangzhou) has a good backup: 14 of 2026-08-10T08:00:30Z, 4h old, " +
      "incremental on full backup 10 of 2026-08-06T08:00:30Z with 3 incremental backups between.",
  );
  expect(await latest({ maxAge: "26h" })).toMatchObject({ backupId: "14", usable: true });
});

test("by default only full backups count, as before", async () => {
  emulator.add(...week());
  expect(await readiness({ backupType: "FullBackup", maxAge: "26h" })).toMatchObject({ verdict: "fail" });
  expect(await call(openSession(emulator), "getLatestBackup", { dbInstanceId: SHOP })).toMatchObject({
    backupId: "10",
  });
});

test("a full backup stands for itself", async () => {
  emulator.add(...week({ "12": { IsAvail: 0 } }), full("15", 1));
  const result = await readiness({ maxAge: "2h" });
  expect(result).toMatchObject({ verdict: "pass", backupId: "15" });
  expect(result.report).toBe("rm-bp1shop (cn-hangzhou) has a good backup: 15 of 2026-08-10T11:00:30Z, 1h old.");
});

describe("a chain that is broken is refused, and the set that broke it is named", () => {
  const kept = { ExpectExpireTime: iso(NOW + 3 * DAY) };
  const long = { ExpectExpireTime: iso(NOW + 30 * DAY) };
  const kept30 = { "10": long, "11": long, "12": long, "13": long, "14": long };

  test.each<readonly [string, EmulatorRecord[], JsonObject, string, string]>([
    [
      "the base is not available",
      week({ "10": { IsAvail: 0 } }),
      {},
      "isAvail",
      "its full backup 10: the set is not available",
    ],
    [
      "the base has expired",
      week({ "10": { ExpectExpireTime: iso(NOW - HOUR) } }),
      {},
      "minRemaining",
      "its full backup 10: it expired at",
    ],
    [
      "the base expires too soon",
      week({ ...kept30, "10": kept }),
      { minRemaining: "7d" },
      "minRemaining",
      "its full backup 10: it expires in 3d, but more than 7d is required",
    ],
    [
      "the base is of one database",
      week({ "10": { BackupScale: "Database", BackupDBNames: "orders" } }),
      {},
      "databaseName",
      "its full backup 10: the set is of the databases orders",
    ],
    [
      "one between failed",
      week({ "12": { BackupStatus: "Failed" } }),
      {},
      "backupStatus",
      "the incremental backup 12 before it: the backup failed",
    ],
    [
      "one between is not available",
      week({ "13": { IsAvail: 0 } }),
      {},
      "isAvail",
      "the incremental backup 13 before it: the set is not available",
    ],
    [
      "one between expires too soon",
      week({ ...kept30, "11": kept }),
      { minRemaining: "7d" },
      "minRemaining",
      "the incremental backup 11 before it: it expires in 3d",
    ],
    [
      "there is no full backup at all",
      week().slice(1),
      {},
      "backupType",
      "there is no successful full backup of its method before it",
    ],
    [
      "the only full backup failed",
      week({ "10": { BackupStatus: "Failed" } }),
      {},
      "backupType",
      "there is no successful full backup of its method before it",
    ],
    [
      "the only full backup is later",
      [incremental("14", 4), full("15", 2, { BackupStatus: "Failed" })],
      {},
      "backupType",
      "there is no successful full backup",
    ],
    [
      "the only full backup is of another method",
      week({ "10": { BackupMethod: "Snapshot" } }),
      {},
      "backupType",
      "there is no successful full backup of its method before it",
    ],
    [
      "the only full backup is copy-only",
      week({ "10": { CopyOnlyBackup: "1" } }),
      {},
      "backupType",
      "there is no successful full backup of its method before it",
    ],
    [
      "the full backup is of the same moment",
      [full("10", 4), incremental("14", 4)].toReversed(),
      { backupMethod: "Logical" },
      "backupMethod",
      "not Logical",
    ],
  ])("%s", async (_, records, more, rule, message) => {
    emulator.add(...records);
    // The full backup itself is older than that, so that nothing but the incremental one could pass.
    const pinned = await readiness({ ...more, pin: "14" });
    expect(pinned).toMatchObject({ verdict: "fail", reasons: [{ rule, message: expect.stringContaining(message) }] });
    const newest = await readiness({ ...more, maxAge: "26h" });
    expect(newest.verdict).toBe("fail");
    expect(await latest({ ...more, pin: "14" })).toMatchObject({ backupId: "14", usable: false });
  });
});

describe("a part of the chain that is not clear is unknown, and never a pass", () => {
  test.each<readonly [string, EmulatorRecord[], string]>([
    [
      "a later full backup that is still running",
      [...week(), full("20", 10, { BackupStatus: "Running", BackupEndTime: undefined })],
      "20",
    ],
    ["one that does not say whether it is full", [...week(), full("20", 10, { BackupType: undefined })], "20"],
    ["one of a type that nobody knows", [...week(), full("20", 10, { BackupType: "Differential" })], "20"],
    ["a full backup that does not say its method", [...week(), full("20", 10, { BackupMethod: undefined })], "20"],
    [
      "a full backup of which it cannot be read whether it is copy-only",
      [...week(), full("20", 10, { CopyOnlyBackup: "maybe" })],
      "20",
    ],
    [
      "an incremental one that does not say its method",
      [...week(), incremental("20", 10, { BackupMethod: undefined })],
      "20",
    ],
    ["an incremental one that is still running", week({ "13": { BackupStatus: "Running" } }), "13"],
    [
      "an incremental one whose times contradict each other",
      week({ "13": { BackupEndTime: iso(NOW - 90 * HOUR) } }),
      "13",
    ],
    ["a base whose expiry cannot be read", week({ "10": { ExpectExpireTime: "soon" } }), "10"],
    ["a base that may be of single databases", week({ "10": sqlServerByHand }), "10"],
  ])("%s", async (_, records, id) => {
    emulator.add(...records);
    const { verdict, reasons } = await readiness({ pin: "14" });
    expect(verdict).toBe("unknown");
    expect(reasons).toEqual([expect.objectContaining({ message: expect.stringContaining(`backup ${id}`) })]);
    expect((await readiness({ maxAge: "5h" })).verdict).not.toBe("pass");
  });

  test("assumeWholeInstance settles a base that was made by hand", async () => {
    emulator.add(...week({ "10": sqlServerByHand }));
    const { verdict, reasons } = await readiness({ maxAge: "26h" });
    expect(verdict).toBe("unknown");
    expect(reasons).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ message: expect.stringContaining("set assumeWholeInstance: true") }),
      ]),
    );
    expect(await readiness({ maxAge: "26h", assumeWholeInstance: true })).toMatchObject({
      verdict: "pass",
      backupId: "14",
    });
  });
});

test("what is nothing to the chain does not break it", async () => {
  const failedFull = full("20", 30, { BackupStatus: "Failed" });
  const copy = full("21", 20, { CopyOnlyBackup: "1", IsAvail: 0 });
  const snapshot = full("22", 10, { BackupMethod: "Snapshot", IsAvail: 0 });
  const olderFull = full("23", 200, { IsAvail: 0 });
  const olderIncrement = incremental("24", 150, { BackupStatus: "Failed" });
  emulator.add(...week(), failedFull, copy, snapshot, olderFull, olderIncrement);
  expect(await readiness({ maxAge: "26h" })).toMatchObject({ verdict: "pass", backupId: "14" });
});

test("a broken incremental one does not hide an older chain", async () => {
  emulator.add(...week({ "14": { IsAvail: 0 } }));
  expect(await latest()).toMatchObject({ backupId: "13" });
  expect(await readiness({ maxAge: "30h" })).toMatchObject({ verdict: "pass", backupId: "13" });
  emulator.change({ id: "12" }, { IsAvail: 0 });
  expect(await latest()).toMatchObject({ backupId: "11" });
});

describe("where the base lies before the window, the search goes on", () => {
  const requests = () => emulator.requests().length;

  test.each([
    ["within three days", 60, 1],
    ["within ten days", 200, 2],
    ["within lookback", 30 * 24, 3],
    ["before lookback", 35 * 24, 4],
    ["two years ago", 2 * 365 * 24, 8],
  ])("%s", async (_, hoursAgo, most) => {
    emulator.add(...dayAfter(hoursAgo));
    const { verdict, backupId, report } = await readiness({ maxAge: "26h" });
    expect({ verdict, backupId }).toEqual({ verdict: "pass", backupId: "98" });
    expect(report).toContain("incremental on full backup 1 of ");
    expect(requests()).toBeLessThanOrEqual(most);
  });

  test("and it is named when it breaks the chain", async () => {
    emulator.add(...dayAfter(60 * 24));
    emulator.change({ id: "1" }, { IsAvail: 0 });
    const { verdict, reasons, report } = await readiness({ maxAge: "26h" });
    expect(verdict).toBe("fail");
    expect(reasons).toEqual([expect.objectContaining({ rule: "usable" })]);
    // The base is no candidate: it is older than `lookback`.
    expect(report).toContain("Looked at 3 backups from 2026-07-09");
    expect(report).toContain("its full backup 1: the set is not available for a restore");
  });

  test("a base before the window counts for nothing else", async () => {
    emulator.add(...dayAfter(60 * 24));
    emulator.change({ subject: SHOP, where: { BackupType: "IncrementalBackup" } }, { BackupStatus: "Failed" });
    expect((await failure(latest())).message).toContain("none of 3 backups is usable");
  });

  test("a chain that is settled costs no more requests", async () => {
    emulator.add(...week(), ...[300, 400, 500].map((hours) => incremental(String(hours), hours)));
    await readiness({ maxAge: "26h" });
    // Three days, then ten: there is the base. What the oldest of these rest on is nobody's question.
    expect(requests()).toBe(2);
  });

  test("an older list that cannot be read whole is an unknown verdict", async () => {
    emulator.add(...dayAfter(60 * 24));
    emulator.inject({ kind: "html", skip: 3, times: "always" });
    expect((await readiness({ maxAge: "26h" })).verdict).toBe("unknown");
  });
});

describe("conditions", () => {
  test("minCount counts points in time, of either type", async () => {
    emulator.add(...week());
    expect((await readiness({ minCount: 5 })).verdict).toBe("pass");
    expect(await readiness({ minCount: 6 })).toMatchObject({
      verdict: "fail",
      reasons: [{ rule: "minCount", message: expect.stringContaining("5 usable backups were found") }],
    });
    emulator.change({ id: "12" }, { IsAvail: 0 });
    // What rests on it does not count either.
    expect((await readiness({ minCount: 2 })).verdict).toBe("pass");
    expect((await readiness({ minCount: 3 })).verdict).toBe("fail");
  });

  test("maxShrink compares full backups only", async () => {
    emulator.add(full("9", 268, { BackupSize: 1_100_000 }), ...week());
    expect((await readiness({ maxShrink: 10 })).verdict).toBe("pass");
    emulator.change({ id: "10" }, { BackupSize: 500_000 });
    expect(await readiness({ maxShrink: 10 })).toMatchObject({
      verdict: "fail",
      reasons: [{ message: expect.stringContaining("the newest usable full backup is 55% smaller") }],
    });
    emulator.remove({ id: "9" });
    expect(await readiness({ maxShrink: 10 })).toMatchObject({
      verdict: "unknown",
      reasons: [{ message: "there is no earlier full backup to compare the size with" }],
    });
  });

  test("minSize is of the newest usable one, whatever its type", async () => {
    emulator.add(...week());
    expect((await readiness({ minSize: 1000 })).verdict).toBe("pass");
    expect((await readiness({ minSize: 1001 })).verdict).toBe("fail");
  });

  test("noFailureSinceSuccess sees failed backups of either type", async () => {
    emulator.add(...week());
    for (const failedOne of [
      full("20", 2, { BackupStatus: "Failed" }),
      incremental("20", 2, { BackupStatus: "Failed" }),
    ]) {
      emulator.add(failedOne);
      expect((await readiness({ noFailureSinceSuccess: true })).verdict).toBe("fail");
      emulator.remove({ id: "20" });
    }
    emulator.add(full("20", 2, { BackupStatus: "Failed", BackupMethod: "Snapshot" }));
    expect((await readiness({ noFailureSinceSuccess: true })).verdict).toBe("pass");
  });
});

test("a gate records the incremental backup; a pinned one is judged with what it rests on", async () => {
  emulator.add(...week());
  expect(await evaluateGate(openSession(emulator), "BackupGate", { ...question, maxAge: "26h" })).toMatchObject({
    kind: "passed",
    record: { verdict: "pass", backupId: "14" },
  });
  const pinned = { ...question, pin: "13" };
  expect(await evaluateGate(openSession(emulator), "BackupGate", pinned)).toMatchObject({ kind: "passed" });
  emulator.change({ id: "11" }, { IsAvail: 0 });
  const refused = await evaluateGate(openSession(emulator), "BackupGate", pinned);
  expect(refused.kind).toBe("refused");
  expect(refused.report).toContain("the pinned backup: the incremental backup 11 before it: the set is not available");
});

test("a list takes one type or all: the word for both is no filter", async () => {
  const list = call(openSession(emulator), "getBackups", question);
  expect((await failure(list)).message).toContain("backupType: expected one of FullBackup, IncrementalBackup");
});
