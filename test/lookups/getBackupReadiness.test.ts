import { describe, expect, test } from "vitest";
import { demoCredentials } from "../../emulator/index.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import { backup, backupRow, HOUR, SHOP } from "../support/fixtures/backups.ts";
import { call, failure, openSession } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

const emulator = await useEmulator();

function ready(more: JsonObject = {}, session = openSession(emulator)) {
  return call(session, "getBackupReadiness", { dbInstanceId: SHOP, ...more });
}

test("pass: with the backup, its age, and no reasons", async () => {
  emulator.add(backup("1", 29), backup("2", 5));
  expect(await ready({ maxAge: "26h" })).toEqual({
    evaluated: true,
    verdict: "pass",
    reasons: [],
    report: "rm-bp1shop (cn-hangzhou) has a good backup: 2 of 2026-08-10T07:00:30Z, 5h old.",
    backupId: "2",
    backup: expect.objectContaining({ backupId: "2", region: "cn-hangzhou" }),
    ageSeconds: 18_000,
    evaluatedAt: "2026-08-10T12:00:30Z",
  });
});

describe("fail", () => {
  test("when it is too old: the backup is told all the same", async () => {
    emulator.add(backup("1", 30));
    expect(await ready({ maxAge: "26h" })).toMatchObject({
      verdict: "fail",
      reasons: [{ rule: "maxAge", terminal: false, message: expect.stringContaining("30h old, older than 26h") }],
      backupId: "1",
      ageSeconds: 108_000,
    });
  });
  test("when there is none: no backup is told", async () => {
    emulator.add(backup("1", 5, { BackupStatus: "Failed" }));
    const found = await ready();
    expect(found).toMatchObject({ verdict: "fail", reasons: [{ rule: "usable" }] });
    expect(Object.keys(found)).not.toEqual(expect.arrayContaining(["backupId"]));
  });
  test("with every reason", async () => {
    emulator.add(backup("1", 30, { BackupSize: 5 }), backup("2", 6, { BackupStatus: "Failed" }));
    const found = await ready({ maxAge: "26h", minCount: 2, minSize: 10, noFailureSinceSuccess: true });
    expect(found).toMatchObject({
      verdict: "fail",
      reasons: [{ rule: "maxAge" }, { rule: "minCount" }, { rule: "minSize" }, { rule: "noFailureSinceSuccess" }],
    });
  });
});

describe("unknown", () => {
  test("when the only backup is in a state nobody knows", async () => {
    emulator.add(backup("1", 5, { BackupStatus: "Finalizing" }));
    expect(await ready()).toMatchObject({ verdict: "unknown" });
  });
  test("when a size that matters cannot be read", async () => {
    emulator.add(backup("1", 5, { BackupSize: "large" }));
    expect(await ready({ minSize: 1 })).toMatchObject({ verdict: "unknown", reasons: [{ rule: "minSize" }] });
  });
  test("when the service is throttled for ever", async () => {
    emulator.add(backup("1", 5));
    emulator.inject({ kind: "throttle", times: 1000 });
    expect(await ready()).toMatchObject({
      evaluated: true,
      verdict: "unknown",
      reasons: [{ rule: "service", terminal: false, message: expect.stringContaining("Throttling.User") }],
      evaluatedAt: expect.any(String),
    });
  });
  test("when there is no permission: waiting cannot help", async () => {
    emulator.add(backup("1", 5));
    const session = openSession(emulator, { settings: demoCredentials.powerless });
    const found = await ready({}, session);
    expect(found).toMatchObject({ verdict: "unknown", reasons: [{ rule: "service", terminal: true }] });
    expect(found.report).toContain("grant the RAM action rds:DescribeBackups");
  });
  test("when the instance is unknown, which waiting may change: it may just have been made", async () => {
    expect(await ready()).toMatchObject({ verdict: "unknown", reasons: [{ rule: "service", terminal: false }] });
  });
  test("when a portal answers in place of the service", async () => {
    emulator.add(backup("1", 5));
    emulator.inject({ kind: "html", times: 1000 });
    expect(await ready()).toMatchObject({ verdict: "unknown" });
  });
  test("when the list cannot be read as a whole", async () => {
    emulator.add(backup("1", 5));
    emulator.setModes({ totals: { lie: 7 } });
    expect(await ready()).toMatchObject({ verdict: "unknown" });
  });
  test("when a row is of another instance", async () => {
    emulator.addSubject(SHOP);
    const rows = [backupRow("1", 5, { DBInstanceId: "rm-bp1other" })];
    emulator.inject({
      kind: "rewrite",
      times: 99,
      rewrite: (body) => ({ ...body, TotalRecordCount: 1, Items: { Backup: rows } }),
    });
    expect(await ready()).toMatchObject({ verdict: "unknown" });
  });
});

test("wrong arguments are an error, not a verdict", async () => {
  expect((await failure(ready({ maxAge: "26" }))).message).toContain("maxAge: expected a duration");
  expect((await failure(ready({ minCount: 0 }))).message).toContain("minCount: expected a whole number");
  expect((await failure(ready({ backupStatus: "Success" }))).message).toContain("there is no argument backupStatus");
  expect((await failure(ready({ startTime: "-7d" }))).message).toContain("there is no argument startTime");
  expect(emulator.requests()).toEqual([]);
});

describe("looks as far as the conditions need", () => {
  test("minCount: until there are as many", async () => {
    emulator.add(...[0, 1, 2, 3, 4].map((week) => backup(String(week), 5 + week * 7 * 24)));
    expect(await ready({ minCount: 5 })).toMatchObject({ verdict: "pass" });
    expect(await ready({ minCount: 5, lookback: "20d" })).toMatchObject({ verdict: "fail" });
  });
  test("maxShrink: until there is one of the same kind to compare with", async () => {
    emulator.add(
      backup("3", 5, { BackupSize: 1000 }),
      backup("2", 29, { BackupMethod: "Physical", BackupSize: 5000 }),
      backup("1", 5 * 24, { BackupSize: 1000 }),
    );
    expect(await ready({ maxShrink: 10 })).toMatchObject({ verdict: "pass" });
  });
});

test("an age is told by the service's clock", async () => {
  emulator.add(backup("1", 5));
  const session = openSession(emulator, { now: emulator.now() + HOUR / 2 });
  expect(await ready({}, session)).toMatchObject({ ageSeconds: 18_000, evaluatedAt: "2026-08-10T12:00:30Z" });
});

test("a reply dated longer ago than a signature is valid does not make a backup look fresher", async () => {
  emulator.add(backup("1", 5));
  const session = openSession(emulator, { now: emulator.now() + 24 * HOUR });
  const { ageSeconds } = await ready({}, session);
  expect(ageSeconds).toBe((5 + 24) * 3600 - 31 * 60);
});
