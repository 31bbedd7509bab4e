import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { ask, backupsOf } from "./ask.ts";

const shop = "rm-example";

const emulator = await useEmulator(() => startEmulator({ seeds: [] }));

function haveBackups(count: number): void {
  emulator.addSubject(shop);
  for (let n = 1; n <= count; n++) {
    const BackupStartTime = `2026-01-01T0${n}:00:00Z`;
    const row = { BackupId: String(n), DBInstanceId: shop, BackupStartTime };
    emulator.add({ action: "DescribeBackups", subject: shop, row });
  }
}

async function reply() {
  return (await ask(emulator, backupsOf(shop))).body;
}

test("counters can be text, and totals can lie", async () => {
  haveBackups(2);
  emulator.setModes({ counters: "text" });
  expect(await reply()).toMatchObject({ TotalRecordCount: "2", PageNumber: "1", PageRecordCount: "2" });
  emulator.setModes({ counters: "number", totals: { lie: 5 } });
  expect(await reply()).toMatchObject({ TotalRecordCount: 5, PageRecordCount: 2 });
});

test.each([
  { list: "wrapper", one: { Backup: [{ BackupId: "1" }] }, two: { Backup: [{ BackupId: "2" }, { BackupId: "1" }] } },
  { list: "single", one: { Backup: { BackupId: "1" } }, two: { Backup: [{ BackupId: "2" }, { BackupId: "1" }] } },
  { list: "bareObject", one: { BackupId: "1" }, two: { Backup: [{ BackupId: "2" }, { BackupId: "1" }] } },
  { list: "bareArray", one: [{ BackupId: "1" }], two: [{ BackupId: "2" }, { BackupId: "1" }] },
] as const)("the list is written as $list", async ({ list, one, two }) => {
  emulator.setModes({ list });
  haveBackups(1);
  expect((await reply()).Items).toMatchObject(one);
  emulator.reset();
  emulator.setModes({ list });
  haveBackups(2);
  expect((await reply()).Items).toMatchObject(two);
});

test.each([
  { empty: "documented", items: { Backup: [] } },
  { empty: "wrapper", items: { Backup: [] } },
  { empty: "array", items: [] },
  { empty: "text", items: "" },
] as const)("an empty list is written as $empty", async ({ empty, items }) => {
  haveBackups(0);
  emulator.setModes({ empty });
  expect((await reply()).Items).toEqual(items);
});
