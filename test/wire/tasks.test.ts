import { expect, test } from "vitest";
import { readPage } from "../../provider/core/readPage.ts";
import { describeBackupSetDownloadTaskList } from "../../provider/operations/describeBackupSetDownloadTaskList.ts";
import { describeDownloadTask } from "../../provider/operations/describeDownloadTask.ts";
import { describeMigrateTasks } from "../../provider/operations/describeMigrateTasks.ts";
import { describeOssDownloads } from "../../provider/operations/describeOssDownloads.ts";
import { sample } from "./sample.ts";

test("the sample of DescribeMigrateTasks: one row in place of the wrapper, times with a space", () => {
  const { rows, total } = readPage(describeMigrateTasks, sample("DescribeMigrateTasks"));
  expect(total).toBe(10);
  expect(rows.map(({ record }) => record)).toEqual([
    {
      migrateTaskId: "rm-bp1842vxxxxx",
      dbName: "test02",
      backupMode: "FULL",
      status: "Success",
      createTime: "2017-05-30T12:11:04Z",
      endTime: "2017-05-30T12:11:04Z",
      description: "Api description",
      isDbReplaced: true,
    },
  ]);
});

test("the sample of DescribeOssDownloads: one row in place of the wrapper, a size with its unit, no total", () => {
  const { rows, total } = readPage(describeOssDownloads, sample("DescribeOssDownloads"));
  expect(total).toBeUndefined();
  expect(rows.map(({ record }) => record)).toEqual([
    {
      fileName: "rdsaiiabnaiiabn",
      fileSize: 2_097_152,
      status: "Finished",
      isAvailable: true,
      backupMode: "FULL",
      createTime: "2017-05-30T12:11:04Z",
      description: "Api description",
    },
  ]);
});

test("the sample of DescribeDownloadTask: numbers and times as text, databases in brackets", () => {
  const { rows, total } = readPage(describeDownloadTask, sample("DescribeDownloadTask"));
  expect(total).toBe(1);
  expect(rows.map(({ record }) => record)).toEqual([
    {
      taskId: "dt-qxntlvgu****",
      regionCode: "cn-hangzhou",
      format: "csv",
      dbList: ["dbtest"],
      backupSetId: "148261****",
      downloadStatus: "queueing",
      exportDataSize: 0,
      importDataSize: 0,
      backupSetTime: "2022-09-14T13:30:16Z",
      createTime: "2022-09-16T09:52:37Z",
      targetType: "URL",
      targetPath: "test_db/path",
      progress: "0/0",
    },
  ]);
});

test("the sample of DescribeBackupSetDownloadTaskList: an empty list is empty text and a total of 0", () => {
  const body = sample("DescribeBackupSetDownloadTaskList");
  expect(readPage(describeBackupSetDownloadTaskList, body)).toMatchObject({ rows: [], total: 0 });
});

test("a row of DescribeBackupSetDownloadTaskList, from the examples of its document's table", () => {
  const row = describeBackupSetDownloadTaskList.decodeRow({
    BackupGatewayId: 2134324232134,
    BackupPlanId: "dbs1hvb0xxxx",
    BackupSetCode: "UTF_8",
    BackupSetDataFormat: "SQL",
    BackupSetDataSize: 213,
    BackupSetDbType: "MySQL",
    BackupSetDownloadCreateTime: 1554560477000,
    BackupSetDownloadDir: "test",
    BackupSetDownloadFinishTime: 1554560477000,
    BackupSetDownloadInternetUrl: "176.x.x.x",
    BackupSetDownloadIntranetUrl: "无",
    BackupSetDownloadStatus: "init",
    BackupSetDownloadTargetType: "agent",
    BackupSetDownloadTaskId: "dbstooxxxxx",
    BackupSetDownloadTaskName: "test",
    BackupSetDownloadWay: "auto",
    BackupSetId: "dbsxxxxxx",
    BackupSetJobType: "cbs_backup_sub_full",
    ErrMessage: "java.lang.IndexOutOfBoundsException.",
  });
  expect(row.record).toEqual({
    backupGatewayId: "2134324232134",
    backupPlanId: "dbs1hvb0xxxx",
    backupSetCode: "UTF_8",
    backupSetDataFormat: "SQL",
    backupSetDataSize: 213,
    backupSetDbType: "MySQL",
    backupSetDownloadCreateTime: "2019-04-06T14:21:17Z",
    backupSetDownloadDir: "test",
    backupSetDownloadFinishTime: "2019-04-06T14:21:17Z",
    backupSetDownloadStatus: "init",
    backupSetDownloadTargetType: "agent",
    backupSetDownloadTaskId: "dbstooxxxxx",
    backupSetDownloadTaskName: "test",
    backupSetDownloadWay: "auto",
    backupSetId: "dbsxxxxxx",
    backupSetJobType: "cbs_backup_sub_full",
    errMessage: "java.lang.IndexOutOfBoundsException.",
  });
  // "None" in the service's own words is no link.
  expect(row.links).toEqual({ backupSetDownloadInternetUrl: "176.x.x.x" });
});
