import { beforeEach, expect, test } from "vitest";
import type { JsonObject } from "../../provider/core/json.ts";
import {
  BILL,
  backupSetDownload,
  downloadTask,
  ERP,
  migrateTask,
  ossDownload,
  PLAN,
} from "../support/fixtures/tasks.ts";
import { call, openSession } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { sentRequests } from "../support/network/sentRequests.ts";

const emulator = await useEmulator();
beforeEach(() => {
  emulator.add(migrateTask("1", 5), ossDownload("1", "a.bak"), downloadTask("dt-1", 5), backupSetDownload("b1", 5));
});

async function sent(name: string, given: JsonObject): Promise<readonly string[]> {
  await call(openSession(emulator), name, given);
  return sentRequests(emulator);
}

// The clock stands at 2026-08-10T12:00:30Z: 31 minutes ahead, in whole minutes, is 12:32.
const migrateTasks = `AccessKeyId=LTAI5tEmulatorOwnerKey00
Action=DescribeMigrateTasks
DBInstanceId=rm-bp1erp
EndTime=2026-08-10T12:32Z
Format=JSON
PageNumber=1
PageSize=100
SignatureMethod=HMAC-SHA1
SignatureVersion=1.0
StartTime=2026-08-03T12:00Z
Version=2014-08-15`;

test.each<[string, JsonObject]>([
  ["getMigrateTasks", {}],
  ["getMigrateTask", { migrateTaskId: "1" }],
  ["getMigrateTaskReadiness", {}],
  ["getMigrateTaskReadiness", { migrateTaskId: "1", databaseName: "orders", maxAge: "2d", lookback: "60d" }],
])("%s(%j) asks for all seven days, and for nothing that would hide a task", async (name, given) => {
  expect(await sent(name, { dbInstanceId: ERP, ...given })).toEqual([migrateTasks]);
});

test("the verdict about files asks for the files, and for the migrate tasks of all seven days", async () => {
  const files = `AccessKeyId=LTAI5tEmulatorOwnerKey00
Action=DescribeOssDownloads
DBInstanceId=rm-bp1erp
Format=JSON
MigrateTaskId=1
SignatureMethod=HMAC-SHA1
SignatureVersion=1.0
Version=2014-08-15`;
  const given = { dbInstanceId: ERP, migrateTaskId: "1", stage: "checked" };
  expect(await sent("getOssDownloadReadiness", given)).toEqual([migrateTasks, files]);
});

test("download tasks with every filter but the time, which is cut by here (W3)", async () => {
  const given = {
    datasourceId: `ds-${BILL}_cn-hangzhou`,
    backupSetId: "1482610301",
    taskType: "full",
    state: "queueing",
    startTime: "2026-08-01T00:00:20Z",
    endTime: "2026-08-05T08:30:40+08:00",
  };
  expect(await sent("getDownloadTasks", given)).toEqual([
    `AccessKeyId=LTAI5tEmulatorOwnerKey00
Action=DescribeDownloadTask
BackupSetId=1482610301
CurrentPage=1
DatasourceId=ds-rm-bp1bill_cn-hangzhou
Format=JSON
PageSize=50
RegionCode=cn-hangzhou
SignatureMethod=HMAC-SHA1
SignatureVersion=1.0
State=queueing
TaskType=full
Version=2021-01-01`,
  ]);
});

test("the verdict about download tasks asks for every task, without a time (W3)", async () => {
  const given = { dbInstanceId: BILL, databaseName: "billing", backupSetId: "1482610301" };
  expect(await sent("getDownloadTaskReadiness", given)).toEqual([
    `AccessKeyId=LTAI5tEmulatorOwnerKey00
Action=DescribeDownloadTask
CurrentPage=1
Format=JSON
InstanceName=rm-bp1bill
PageSize=50
RegionCode=cn-hangzhou
SignatureMethod=HMAC-SHA1
SignatureVersion=1.0
Version=2021-01-01`,
  ]);
});

test("a backup set download by its ID alone, and with its plan", async () => {
  const byId = `AccessKeyId=LTAI5tEmulatorOwnerKey00
Action=DescribeBackupSetDownloadTaskList
BackupSetDownloadTaskId=b1
Format=JSON
PageNum=0
PageSize=100
SignatureMethod=HMAC-SHA1
SignatureVersion=1.0
Version=2019-03-06`;
  expect(await sent("getBackupSetDownloadTask", { backupSetDownloadTaskId: "b1" })).toEqual([byId]);
  emulator.clearRequests();
  const both = byId.replace("\nBackupSetDownloadTaskId", `\nBackupPlanId=${PLAN}\nBackupSetDownloadTaskId`);
  const given = { backupPlanId: PLAN, backupSetDownloadTaskId: "b1" };
  expect(await sent("getBackupSetDownloadTask", given)).toEqual([both]);
});
