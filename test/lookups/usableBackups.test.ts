import { beforeEach, describe, expect, test } from "vitest";
import type { FieldChanges } from "../../emulator/index.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import { backup, HOUR, iso, linksByDatabase, NOW, SHOP, sqlServerByHand } from "../support/fixtures/backups.ts";
import { evaluateGate, gateNamed } from "../support/lookups/gates.ts";
import { call, failure, openSession } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

const emulator = await useEmulator();

const ready = (more: JsonObject = {}) =>
  call(openSession(emulator), "getBackupReadiness", { dbInstanceId: SHOP, ...more });
const latest = (more: JsonObject = {}) =>
  call(openSession(emulator), "getLatestBackup", { dbInstanceId: SHOP, ...more });
/** The README's gate. */
const gate = (more: JsonObject = {}) =>
  evaluateGate(openSession(emulator), "BackupGate", { dbInstanceId: SHOP, maxAge: "26h", ...more });

const byHand = (id: string, hoursAgo: number, changes: FieldChanges = {}) =>
  backup(id, hoursAgo, { ...sqlServerByHand, ...linksByDatabase("orders"), ...changes });
const scheduled = (id: string, hoursAgo: number) => byHand(id, hoursAgo, { BackupMode: "Automated" });

const SCOPE_UNKNOWN = "it is not told which databases it holds; set assumeWholeInstance: true, or databaseName";

describe("W4: times that contradict each other", () => {
  const odd = (changes: FieldChanges) => backup("2", 1, changes);
  const before = { BackupEndTime: iso(NOW - 30 * HOUR) };

  test.each<readonly [string, FieldChanges, string]>([
    ["an end before the start", before, "start 2026-08-10T11:00:30Z, end 2026-08-09T06:00:30Z"],
    ["an end that is a word", { BackupEndTime: "x" }, "its end cannot be read"],
    ["an end that is a list", { BackupEndTime: [] }, "its end cannot be read"],
    ["an end that is an object", { BackupEndTime: {} }, "its end cannot be read"],
    ["an end ahead", { BackupEndTime: iso(NOW + 40 * HOUR) }, "its end 2026-08-12T04:00:30Z is 40h ahead"],
  ])("%s: the gate refuses, and says why", async (_, changes, why) => {
    emulator.add(odd(changes));
    const { kind, report } = await gate();
    expect(kind).toBe("refused");
    expect(report.split("\n")[0]).toContain("its times contradict each other");
    expect(report).toContain(why);
    expect(await ready()).toMatchObject({ verdict: "unknown", reasons: [{ terminal: false }] });
  });
  test("the older good one is the newest usable one", async () => {
    emulator.add(odd(before), backup("1", 5));
    expect((await latest()).backupId).toBe("1");
    expect(await gate()).toMatchObject({ record: { backupId: "1" } });
  });
  test("pinned, it is returned as not usable, and no gate passes on it", async () => {
    emulator.add(odd(before));
    expect(await latest({ pin: "2" })).toMatchObject({ backupId: "2", usable: false });
    expect(await ready({ pin: "2" })).toMatchObject({
      verdict: "unknown",
      reasons: [{ rule: "backupEndTime", terminal: false }],
    });
  });
  test("counts for nothing, and is compared with nothing", async () => {
    emulator.add(odd(before), backup("1", 5));
    expect(await ready({ minCount: 2 })).toMatchObject({ verdict: "fail", reasons: [{ rule: "minCount" }] });
    expect(await ready({ maxShrink: 50 })).toMatchObject({ verdict: "unknown", reasons: [{ rule: "maxShrink" }] });
  });
});

describe("W5: minCount counts within lookback", () => {
  beforeEach(() => emulator.add(backup("1", 20), backup("2", 100), backup("3", 160)));
  test("though maxAge lets the search reach further back", async () => {
    expect(await ready({ minCount: 3, lookback: "3d", maxAge: "168h" })).toMatchObject({
      verdict: "fail",
      reasons: [{ rule: "minCount", message: "1 usable backup was found within 3d, fewer than 3" }],
      backupId: "1",
    });
  });
  test("with the default of 32 days too", async () => {
    emulator.add(backup("4", 40 * 24));
    expect(await ready({ minCount: 4, maxAge: "60d" })).toMatchObject({
      verdict: "fail",
      reasons: [{ message: "3 usable backups were found within 32d, fewer than 4" }],
    });
    expect(await ready({ minCount: 4, maxAge: "60d", lookback: "41d" })).toMatchObject({ verdict: "pass" });
  });
  test("and that alone: maxAge is met by an older one", async () => {
    emulator.remove({ id: "1" });
    expect(await ready({ lookback: "3d", maxAge: "168h" })).toMatchObject({ verdict: "pass", backupId: "2" });
    expect(await ready({ lookback: "3d", maxAge: "168h", minCount: 2 })).toMatchObject({
      verdict: "fail",
      reasons: [{ message: "no usable backup was found within 3d, fewer than 2" }],
    });
  });
});

describe("W7: a SQL Server set made by hand", () => {
  test("the gate refuses, says what to set, and shows no link", async () => {
    emulator.add(byHand("1", 1));
    const { kind, report } = await gate();
    expect(kind).toBe("refused");
    expect(report.split("\n")[0]).toBe(
      `rm-bp1shop (cn-hangzhou): no good backup: the only backup found is not usable (backup 1: ${SCOPE_UNKNOWN}).`,
    );
    expect(report).not.toContain("secret-of");
    const verdict = await ready({ maxAge: "26h" });
    expect(verdict).toMatchObject({ verdict: "unknown", reasons: [{ rule: "usable", terminal: false }] });
    expect(JSON.stringify(verdict)).not.toContain("secret-of");
  });
  test("pinned: refused, and waiting cannot help", async () => {
    emulator.add(byHand("1", 1));
    expect(await ready({ pin: "1" })).toMatchObject({
      verdict: "unknown",
      reasons: [{ rule: "assumeWholeInstance", message: `the pinned backup: ${SCOPE_UNKNOWN}`, terminal: true }],
    });
    expect(await gate({ pin: "1", waitFor: "1h" })).toMatchObject({ kind: "refused", lines: [] });
    expect(await latest({ pin: "1" })).toMatchObject({ backupId: "1", usable: false });
  });
  test.each<JsonObject>([{ assumeWholeInstance: true }, { databaseName: "orders" }])(
    "usable with %j, for gate, verdict and newest, pinned or not",
    async (criteria) => {
      emulator.add(byHand("1", 1));
      expect(await gate(criteria)).toMatchObject({ kind: "passed", record: { backupId: "1" } });
      expect(await gate({ ...criteria, pin: "1" })).toMatchObject({ kind: "passed", record: { backupId: "1" } });
      expect(await ready(criteria)).toMatchObject({ verdict: "pass" });
      expect(await latest(criteria)).toMatchObject({ backupId: "1" });
      expect(await latest({ ...criteria, pin: "1" })).toMatchObject({ usable: true });
    },
  );
  test("for another database it says so for that one", async () => {
    emulator.add(byHand("1", 1));
    const { reasons } = await ready({ databaseName: "users" });
    expect(JSON.stringify(reasons)).toContain("set assumeWholeInstance: true if it holds all");
  });
  test("an older one of the schedule counts, and the report says why the newer does not", async () => {
    emulator.add(byHand("2", 1), scheduled("1", 20));
    expect(await ready({ maxAge: "26h" })).toMatchObject({
      verdict: "pass",
      backupId: "1",
      report: [
        "rm-bp1shop (cn-hangzhou) has a good backup: 1 of 2026-08-09T16:00:30Z, 20h old.",
        `  The newer backup 2 does not count: ${SCOPE_UNKNOWN}.`,
      ].join("\n"),
    });
    expect((await latest()).backupId).toBe("1");
    expect((await ready({ maxAge: "26h", assumeWholeInstance: true })).backupId).toBe("2");
  });
  test("when the older one is too old, what to set comes first", async () => {
    emulator.add(byHand("2", 1), scheduled("1", 30));
    const { report } = await gate();
    expect(report.split("\n").slice(0, 2)).toEqual([
      `rm-bp1shop (cn-hangzhou): no good backup: backup 2: ${SCOPE_UNKNOWN}.`,
      "  also: the newest usable backup is 30h old, older than 26h",
    ]);
    expect(await ready({ maxAge: "26h" })).toMatchObject({ verdict: "unknown" });
    const error = await failure(latest({ maxAge: "26h" }));
    expect(error.message).toContain(SCOPE_UNKNOWN);
    expect(error.message).toContain("30h old, older than 26h");
  });
  test("a list shows it, and does not take the argument", async () => {
    emulator.add(byHand("1", 1));
    const session = openSession(emulator);
    expect((await call(session, "getBackups", { dbInstanceId: SHOP })).ids).toEqual(["1"]);
    const error = await failure(call(session, "getBackups", { dbInstanceId: SHOP, assumeWholeInstance: true }));
    expect(error.message).toContain("assumeWholeInstance");
  });
});

describe("W8: a logical MySQL set", () => {
  const made = { Engine: "MySQL", BackupMethod: "Logical", BackupMode: "Manual" };
  const logical = { backupMethod: "Logical" };
  test("is not the newest, and the error says what to set", async () => {
    emulator.add(backup("1", 1, made));
    expect((await failure(latest(logical))).message).toContain(SCOPE_UNKNOWN);
    expect((await latest({ ...logical, assumeWholeInstance: true })).backupId).toBe("1");
  });
  test("an older one of the instance is", async () => {
    emulator.add(backup("2", 1, made), backup("1", 9, { ...made, BackupScale: "DBInstance" }));
    expect((await latest(logical)).backupId).toBe("1");
  });
});

describe("N7: a state that is neither Success nor Failed, newer than the good one", () => {
  test.each([["Running"], ["Archiving"], [undefined]])("%j: unknown, not fail", async (BackupStatus) => {
    emulator.add(backup("2", 1, { BackupStatus, BackupEndTime: "" }), backup("1", 20));
    expect(await ready({ maxAge: "26h", noFailureSinceSuccess: true })).toMatchObject({
      verdict: "unknown",
      reasons: [{ rule: "noFailureSinceSuccess", terminal: false }],
    });
  });
  test("blanks and case around a state do not matter, and are kept in the record", async () => {
    emulator.add(backup("1", 5, { BackupStatus: " SUCCESS " }));
    expect(await latest()).toMatchObject({ backupId: "1", backupStatus: " SUCCESS " });
    const one = await call(openSession(emulator), "getBackup", { dbInstanceId: SHOP, backupId: "1" });
    expect(one.backupStatus).toBe(" SUCCESS ");
  });
});

describe("N10: kept for ever", () => {
  test.each([["9999-01-01T00:00:00Z"], [-1], ["-1"], ["2150-06-30T00:00Z"]])("%j passes", async (ExpectExpireTime) => {
    emulator.add(backup("1", 5, { ExpectExpireTime }));
    expect(await gate({ minRemaining: "3650d" })).toMatchObject({ kind: "passed" });
  });
});

test("every question about what is usable takes assumeWholeInstance", () => {
  expect(Object.keys(gateNamed("BackupGate").inputs.shape)).toContain("assumeWholeInstance");
});
