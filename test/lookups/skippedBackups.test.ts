/** Newer backups that may be good ones, beside an older one that is: what is said about them, and to whom. */
import { describe, expect, test } from "vitest";
import type { EmulatorRecord, FieldChanges } from "../../emulator/index.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import { backup, HOUR, iso, linksByDatabase, NOW, SHOP, sqlServerByHand } from "../support/fixtures/backups.ts";
import { ERP, migrateTask } from "../support/fixtures/tasks.ts";
import { call, failure, openSession } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

const emulator = await useEmulator();

async function ready(question: JsonObject = {}) {
  const subject = "dbInstanceIds" in question ? {} : { dbInstanceId: SHOP };
  const answer = await call(openSession(emulator), "getBackupReadiness", { ...subject, ...question });
  const { verdict, reasons, backupId, report } = answer;
  return { verdict, reasons, backupId, report, lines: String(report).split("\n") };
}

const byHand = (id: string, hoursAgo: number, changes: FieldChanges = {}) =>
  backup(id, hoursAgo, { ...sqlServerByHand, ...linksByDatabase("orders"), ...changes });
const scheduled = (id: string, hoursAgo: number) => byHand(id, hoursAgo, { BackupMode: "Automated" });
const running: FieldChanges = { BackupStatus: "Running", BackupEndTime: "" };

const SCOPE_UNKNOWN = "it is not told which databases it holds; set assumeWholeInstance: true, or databaseName";
const RUNNING = "the state is Running, which is neither Success nor Failed";

describe("an argument is not said to help a set that would be refused with it, too", () => {
  const sets: readonly (readonly [string, FieldChanges, string])[] = [
    ["is running", running, RUNNING],
    [
      "has times that contradict each other",
      { BackupEndTime: iso(NOW - 40 * HOUR) },
      "its times contradict each other",
    ],
    ["may not be available", { IsAvail: "perhaps" }, "isAvail cannot be read"],
  ];
  test.each(sets)("one that %s, beside one that is too old", async (_, changes, why) => {
    emulator.add(byHand("2", 1, changes), scheduled("1", 30));
    const plainNo = { verdict: "fail", reasons: [{ rule: "maxAge" }] };
    expect(await ready({ maxAge: "26h", assumeWholeInstance: true })).toMatchObject(plainNo);
    const answer = await ready({ maxAge: "26h" });
    expect(answer).toMatchObject(plainNo);
    expect(answer.report).toContain(why);
    expect(answer.report).not.toContain("set assumeWholeInstance");
  });
  test.each(sets)("one that %s, alone: what else speaks against it is said", async (_, changes, why) => {
    emulator.add(byHand("2", 1, changes));
    const { verdict, lines, report } = await ready();
    expect(verdict).toBe("unknown");
    expect(lines[0]).toContain(`(backup 2: ${why}`);
    expect(report).not.toContain("set assumeWholeInstance");
  });
  test.each(sets)("one that %s, beside a pass: both are said", async (_, changes, why) => {
    emulator.add(byHand("2", 1, changes), scheduled("1", 20));
    const [, line] = (await ready()).lines;
    expect(line).toContain(`  The newer backup 2 does not count: ${why}`);
    expect(line).toContain(`; ${SCOPE_UNKNOWN}.`);
  });
});

describe("a set that names other databases than the one asked about is no advice to ask about those", () => {
  const others = { BackupDBNames: "orders,users" };
  const MAY_HOLD = "the service does not say whether it also holds billing; it names the databases orders, users";

  test("alone", async () => {
    emulator.add(backup("2", 1, others));
    const { verdict, report } = await ready({ databaseName: "billing" });
    expect(verdict).toBe("unknown");
    expect(report).toContain(MAY_HOLD);
    expect(report).not.toContain("set databaseName");
  });
  test("beside an older one of the right database: that one's age is the reason", async () => {
    emulator.add(backup("2", 1, others), backup("1", 30, { BackupDBNames: "billing" }));
    const question = { databaseName: "billing", maxAge: "26h" };
    const message = "the newest usable backup is 30h old, older than 26h";
    expect(await ready(question)).toMatchObject({ verdict: "fail", reasons: [{ rule: "maxAge", message }] });
    const latest = call(openSession(emulator), "getLatestBackup", { dbInstanceId: SHOP, ...question });
    expect((await failure(latest)).message.split("\n")[0]).toContain(message);
  });
  test("pinned", async () => {
    emulator.add(backup("2", 1, others));
    expect(await ready({ databaseName: "billing", pin: "2" })).toMatchObject({
      verdict: "unknown",
      reasons: [{ rule: "databaseName", message: `the pinned backup: ${MAY_HOLD}` }],
    });
  });
  test("without databaseName the advice tells the names, and following it is a pass for that one", async () => {
    emulator.add(backup("2", 1, others));
    expect((await ready()).report).toContain("set databaseName to one that it names: orders, users");
    expect(await ready({ databaseName: "users" })).toMatchObject({ verdict: "pass", backupId: "2" });
  });
});

describe("a pass says why a newer backup does not count", () => {
  test.each<readonly [string, FieldChanges, string]>([
    [
      "times that contradict each other",
      { BackupEndTime: "x" },
      "its times contradict each other: its end cannot be read",
    ],
    ["a state that is neither Success nor Failed", running, RUNNING],
    ["databases that are not told", sqlServerByHand, SCOPE_UNKNOWN],
    ["an availability that cannot be read", { IsAvail: "perhaps" }, "isAvail cannot be read"],
  ])("%s", async (_, changes, why) => {
    emulator.add(backup("2", 1, changes), backup("1", 20));
    expect((await ready()).lines).toEqual([
      "rm-bp1shop (cn-hangzhou) has a good backup: 1 of 2026-08-09T16:00:30Z, 20h old.",
      `  The newer backup 2 does not count: ${why}.`,
    ]);
  });
  test("each of several, and none that is older", async () => {
    emulator.add(backup("3", 1, running), byHand("2", 2), scheduled("1", 20), byHand("0", 30));
    expect((await ready()).lines.slice(1)).toEqual([
      `  The newer backup 3 does not count: ${RUNNING}.`,
      `  The newer backup 2 does not count: ${SCOPE_UNKNOWN}.`,
    ]);
  });
  test.each<readonly [string, FieldChanges]>([
    ["failed", { BackupStatus: "Failed" }],
    ["is of another kind", { BackupMethod: "Logical" }],
  ])("but not about one that certainly %s", async (_, changes) => {
    emulator.add(backup("2", 1, changes), backup("1", 20));
    expect((await ready()).lines).toHaveLength(1);
  });
  test("one without a time may be newer", async () => {
    emulator.addSubject(SHOP);
    const rows = [backup("2", 1, { BackupStartTime: undefined }).row, backup("1", 20).row];
    emulator.inject({
      kind: "rewrite",
      times: 99,
      rewrite: (body) => ({ ...body, TotalRecordCount: 2, Items: { Backup: rows } }),
    });
    expect((await ready()).lines.slice(1)).toEqual([
      "  The backup 2, which may be newer, does not count: it has no readable start time.",
    ]);
  });
  test("of several instances, with the instance", async () => {
    const other = { ...backup("5", 3, { DBInstanceId: "rm-2" }), subject: "rm-2" };
    emulator.add(byHand("2", 1), scheduled("1", 20), other);
    const { verdict, lines } = await ready({ dbInstanceIds: [SHOP, "rm-2"] });
    expect(verdict).toBe("pass");
    expect(lines).toEqual([
      "Both instances have a good backup.",
      `  rm-bp1shop: The newer backup 2 does not count: ${SCOPE_UNKNOWN}.`,
    ]);
  });
  test("a task that is asked for by its ID is not compared with newer ones", async () => {
    emulator.add(migrateTask("1", 20), migrateTask("2", 1, { Status: "Mending" }));
    const question = { dbInstanceId: ERP, migrateTaskId: "1" };
    const { verdict, report } = await call(openSession(emulator), "getMigrateTaskReadiness", question);
    expect(verdict).toBe("pass");
    expect(String(report).split("\n")).toHaveLength(1);
  });
});

describe("getLatestBackup warns when it skips a newer one that may be good", () => {
  async function warnings(...backups: readonly EmulatorRecord[]) {
    emulator.add(...backups);
    const session = openSession(emulator);
    expect((await call(session, "getLatestBackup", { dbInstanceId: SHOP })).backupId).toBe("1");
    return session.warnings;
  }
  test("for want of an argument", async () => {
    expect(await warnings(byHand("2", 1), scheduled("1", 20))).toEqual([
      `The newer backup 2 does not count: ${SCOPE_UNKNOWN}. The older backup 1 is returned.`,
    ]);
  });
  test("for times that contradict each other, also behind one that is running", async () => {
    const odd = backup("2", 2, { BackupEndTime: "x" });
    expect(await warnings(backup("3", 1, running), odd, backup("1", 20))).toEqual([
      "The newer backup 2 does not count: its times contradict each other: its end cannot be read. The older backup 1 is returned.",
    ]);
  });
  test.each<readonly [string, FieldChanges]>([
    ["is running", running],
    ["is running, of databases that are not told", { ...sqlServerByHand, ...running }],
    ["failed", { BackupStatus: "Failed" }],
    ["is incremental", { BackupType: "IncrementalBackup" }],
    ["is logical", { BackupMethod: "Logical" }],
    ["expired", { ExpectExpireTime: iso(NOW - HOUR) }],
  ])("but not about one that %s", async (_, changes) => {
    expect(await warnings(backup("2", 1, changes), backup("1", 20))).toEqual([]);
  });
  test("nor about an older one", async () => {
    expect(await warnings(scheduled("1", 2), byHand("0", 9))).toEqual([]);
  });
  test("nor beside an error, which says it itself", async () => {
    emulator.add(byHand("2", 1), scheduled("1", 30));
    const session = openSession(emulator);
    await failure(call(session, "getLatestBackup", { dbInstanceId: SHOP, maxAge: "26h" }));
    expect(session.warnings).toEqual([]);
  });
});

describe("a usable row of a report is refused by what is about it, or about the answer as a whole", () => {
  const rowOf = (report: unknown, id: string) =>
    String(report)
      .split("\n")
      .find((line) => line.startsWith(`  ${id} `));
  test("not by the argument that a newer one needs", async () => {
    emulator.add(byHand("2", 1), scheduled("1", 30));
    const { report } = await ready({ maxAge: "26h" });
    expect(rowOf(report, "1")).toMatch(/ {2}usable, but refused by maxAge$/);
  });
  test("not by what is about a task of another database", async () => {
    emulator.add(migrateTask("1", 9), migrateTask("2", 5, { DBName: "hr", Status: "Failed" }));
    const { report } = await call(openSession(emulator), "getMigrateTaskReadiness", { dbInstanceId: ERP });
    expect(rowOf(report, "1")).toMatch(/ {2}usable: FULL$/);
  });
  test("the older of two by its own age", async () => {
    emulator.add(migrateTask("1", 30), migrateTask("2", 5, { DBName: "hr" }));
    const question = { dbInstanceId: ERP, maxAge: "26h" };
    const { report } = await call(openSession(emulator), "getMigrateTaskReadiness", question);
    expect(rowOf(report, "2")).toMatch(/ {2}usable: FULL$/);
    expect(rowOf(report, "1")).toMatch(/ {2}usable, but refused by maxAge: FULL$/);
  });
});
