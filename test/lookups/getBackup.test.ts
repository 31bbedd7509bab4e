import { expect, test } from "vitest";
import { NotGoodEnoughError } from "../../provider/core/errors/NotGoodEnoughError.ts";
import { backup, backupRow, SHOP } from "../support/fixtures/backups.ts";
import { call, failure, openSession } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

const emulator = await useEmulator();

const byId = (backupId: string) => call(openSession(emulator), "getBackup", { dbInstanceId: SHOP, backupId });

test("reads one, whatever its state", async () => {
  emulator.add(backup("1", 5), backup("2", 29, { BackupStatus: "Failed" }));
  expect(await byId("2")).toMatchObject({ backupId: "2", backupStatus: "Failed", region: "cn-hangzhou" });
});

test("reaches back over years, not only over the usual lookback", async () => {
  emulator.add(backup("1", 24 * 365 * 3));
  expect(await byId("1")).toMatchObject({ backupId: "1" });
});

test("one that is not there is an error that names ID, instance and region", async () => {
  emulator.add(backup("1", 5));
  const error = await failure(byId("2"));
  expect(error).toBeInstanceOf(NotGoodEnoughError);
  expect(error.message).toMatch(/^rm-bp1shop \(cn-hangzhou\): backup 2 was not found\.\n {2}What to do: /);
});

test("finds it among others, when the service does not filter", async () => {
  const rows = [backupRow("1", 5), backupRow("2", 29)];
  emulator.addSubject(SHOP);
  emulator.inject({ kind: "rewrite", rewrite: (body) => ({ ...body, TotalRecordCount: 2, Items: { Backup: rows } }) });
  expect(await byId("2")).toMatchObject({ backupId: "2" });
});
