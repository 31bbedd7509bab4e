import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { ask, backupsOf, idsOf } from "./ask.ts";

const HOUR = 3_600_000;
const start = Date.parse("2026-08-01T06:00:00Z");
const shop = "rm-bp1shop0healthy01";
const crm = "rm-bp1crm00failed001";

const emulator = await useEmulator(() => startEmulator({ clock: { now: () => start } }));

async function newestOf(instance: string): Promise<string | undefined> {
  return idsOf(await ask(emulator, backupsOf(instance)))[0];
}

test("a record that is added is listed", async () => {
  const row = { BackupId: "1", DBInstanceId: "rm-new", BackupStartTime: "2026-07-31T00:00:00Z" };
  emulator.add({ action: "DescribeBackups", subject: "rm-new", row });
  expect(idsOf(await ask(emulator, backupsOf("rm-new")))).toEqual(["1"]);
});

test("an instance can be known without any record", async () => {
  expect((await ask(emulator, backupsOf("rm-empty"))).status).toBe(404);
  emulator.addSubject("rm-empty");
  expect(idsOf(await ask(emulator, backupsOf("rm-empty")))).toEqual([]);
});

test("the newest can be made to fail, and a field be taken away", () => {
  expect(emulator.change({ subject: shop, newest: 2 }, { BackupStatus: "Failed", IsAvail: undefined })).toBe(2);
  const [first, second, third] = emulator.records({ subject: shop });
  for (const changed of [first, second]) {
    expect(changed?.row).toMatchObject({ BackupStatus: "Failed" });
    expect(changed?.row).not.toHaveProperty("IsAvail");
  }
  expect(third?.row).toMatchObject({ BackupStatus: "Success", IsAvail: 1 });
});

test("removing leaves the rest, and the instance is still known", async () => {
  expect(emulator.remove({ subject: shop, where: { BackupMethod: "Physical" } })).toBe(35);
  expect(emulator.records({ subject: shop })).toHaveLength(4);
  emulator.remove({ subject: shop });
  expect(idsOf(await ask(emulator, backupsOf(shop)))).toEqual([]);
});

test("ageing moves the times of one instance back", () => {
  const [before] = emulator.records({ subject: crm });
  const [other] = emulator.records({ subject: shop });
  emulator.age({ subject: crm }, 5 * 24 * HOUR);
  const [after] = emulator.records({ subject: crm });

  const moved = Date.parse(String(before?.row.BackupStartTime)) - Date.parse(String(after?.row.BackupStartTime));
  expect(moved).toBe(5 * 24 * HOUR);
  expect(after?.row.BackupSize).toBe(before?.row.BackupSize);
  expect(emulator.records({ subject: shop })[0]).toEqual(other);
});

test("another backup can be made of the newest of a kind, with a new ID and the present time", async () => {
  const [model] = emulator.records({ subject: shop, where: { BackupMethod: "Physical" } });
  const made = emulator.repeat({ subject: shop, where: { BackupMethod: "Physical" } }, { BackupSize: 5 });

  expect(made.row).toMatchObject({ BackupMethod: "Physical", BackupSize: 5, BackupEndTime: "2026-08-01T06:00:00Z" });
  expect(Number(made.row.BackupId)).toBeGreaterThan(Number(model?.row.BackupId));
  expect(await newestOf(shop)).toBe(made.row.BackupId);
});

test("what fits nothing is an error, not a shrug", () => {
  expect(() => emulator.change({ subject: "rm-typo" }, {})).toThrow(/No record fits .*rm-typo.*rm-bp1shop0healthy01/);
  expect(() => emulator.remove({ id: "no" })).toThrow("No record fits");
  expect(() => emulator.age({ where: { BackupStatus: "Lost" } }, 1)).toThrow("No record fits");
  const record = { action: "DescribeBackup", subject: "x", row: {} };
  expect(() => emulator.add(record)).toThrow("no operation DescribeBackup. It has DescribeBackups");
});

test("the clock moves on, and with it the Date header and the life of timestamps", async () => {
  const before = emulator.now();
  emulator.advance(2 * HOUR);
  expect(emulator.now() - before).toBe(2 * HOUR);
  const oldTime = { Timestamp: "2026-08-01T06:00:00Z" };
  expect((await ask(emulator, backupsOf(shop, oldTime))).body).toMatchObject({ Code: "InvalidTimeStamp.Expired" });
  emulator.setModes({ timestamps: "unchecked" });
  const reply = await ask(emulator, backupsOf(shop, oldTime));
  expect([reply.status, reply.headers.get("date")]).toEqual([200, "Sat, 01 Aug 2026 08:00:00 GMT"]);
});

test("an unknown mode is refused", () => {
  expect(() => emulator.setModes({ pageCap: 0 })).toThrow("pageCap");
});
