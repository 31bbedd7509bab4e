import { expect, test } from "vitest";
import { iso, NOW, SHOP } from "../support/fixtures/backups.ts";
import { call, openSession } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { sentRequests } from "../support/network/sentRequests.ts";

const PLAN = "dbs1hvb0wexample";
const TWO_DAYS_AGO = NOW - 48 * 3_600_000;

const emulator = await useEmulator();

const thirtyOne = Array.from({ length: 31 }, (_, index) => String(index));

test("migrate tasks: two pages, times in minutes", async () => {
  const row = { DBName: "orders", Status: "Success", CreateTime: iso(TWO_DAYS_AGO), EndTime: iso(TWO_DAYS_AGO) };
  emulator.add(
    ...thirtyOne.map((MigrateTaskId) => ({
      action: "DescribeMigrateTasks",
      subject: SHOP,
      row: { ...row, MigrateTaskId },
    })),
  );
  const range = { startTime: "2026-08-08T00:00Z", endTime: "2026-08-09T00:00:01Z" };
  const { ids } = await call(openSession(emulator), "getMigrateTasks", { dbInstanceId: SHOP, pageSize: 30, ...range });
  expect(ids).toHaveLength(31);
  const first = `AccessKeyId=LTAI5tEmulatorOwnerKey00
Action=DescribeMigrateTasks
DBInstanceId=rm-bp1shop
EndTime=2026-08-10T00:01Z
Format=JSON
PageNumber=1
PageSize=30
SignatureMethod=HMAC-SHA1
SignatureVersion=1.0
StartTime=2026-08-07T00:00Z
Version=2014-08-15`;
  expect(sentRequests(emulator)).toEqual([first, first.replace("PageNumber=1", "PageNumber=2")]);
});

test("OSS downloads: everything at once, no page and no time", async () => {
  const row = { FileName: "full.bak", Status: "Finished", CreateTime: iso(TWO_DAYS_AGO) };
  emulator.add({ action: "DescribeOssDownloads", subject: SHOP, of: { MigrateTaskId: "77" }, row });
  await call(openSession(emulator), "getOssDownloads", { dbInstanceId: SHOP, migrateTaskId: "77" });
  expect(sentRequests(emulator)).toEqual([
    `AccessKeyId=LTAI5tEmulatorOwnerKey00
Action=DescribeOssDownloads
DBInstanceId=rm-bp1shop
Format=JSON
MigrateTaskId=77
SignatureMethod=HMAC-SHA1
SignatureVersion=1.0
Version=2014-08-15`,
  ]);
});

test("DBS download tasks: two pages, no time (W3), the region as a parameter", async () => {
  const row = { DownloadStatus: "finished", GmtCreate: String(TWO_DAYS_AGO), RegionCode: "cn-hangzhou" };
  emulator.add(
    ...thirtyOne.map((id) => ({ action: "DescribeDownloadTask", subject: SHOP, row: { ...row, TaskId: `dt-${id}` } })),
  );
  const given = { dbInstanceId: SHOP, pageSize: 30 };
  const range = { startTime: "2026-08-08T00:00Z", endTime: "2026-08-09T00:00Z" };
  const { ids } = await call(openSession(emulator), "getDownloadTasks", { ...given, ...range });
  expect(ids).toHaveLength(31);
  const first = `AccessKeyId=LTAI5tEmulatorOwnerKey00
Action=DescribeDownloadTask
CurrentPage=1
Format=JSON
InstanceName=rm-bp1shop
PageSize=30
RegionCode=cn-hangzhou
SignatureMethod=HMAC-SHA1
SignatureVersion=1.0
Version=2021-01-01`;
  expect(sentRequests(emulator)).toEqual([first, first.replace("CurrentPage=1", "CurrentPage=2")]);
});

test("DBS backup-set download tasks: two pages, counted from 0", async () => {
  const row = { BackupPlanId: PLAN, BackupSetDownloadStatus: "finish", BackupSetDownloadCreateTime: TWO_DAYS_AGO };
  emulator.add(
    ...thirtyOne.map((id) => ({
      action: "DescribeBackupSetDownloadTaskList",
      subject: PLAN,
      row: { ...row, BackupSetDownloadTaskId: `dbstoo${id}` },
    })),
  );
  const given = { backupPlanId: PLAN, pageSize: 30 };
  const { ids } = await call(openSession(emulator), "getBackupSetDownloadTasks", given);
  expect(ids).toHaveLength(31);
  const first = `AccessKeyId=LTAI5tEmulatorOwnerKey00
Action=DescribeBackupSetDownloadTaskList
BackupPlanId=dbs1hvb0wexample
Format=JSON
PageNum=0
PageSize=30
SignatureMethod=HMAC-SHA1
SignatureVersion=1.0
Version=2019-03-06`;
  expect(sentRequests(emulator)).toEqual([first, first.replace("PageNum=0", "PageNum=1")]);
});
