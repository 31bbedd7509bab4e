import { beforeEach, describe, expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import {
  BILL,
  backupSetDownload,
  downloadTask,
  ERP,
  migrateTask,
  ossDownload,
  PLAN,
} from "../support/fixtures/tasks.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { ask } from "./ask.ts";

type Parameters = Readonly<Record<string, string | undefined>>;

const emulator = await useEmulator(() =>
  startEmulator({ seeds: [], clock: { now: () => Date.parse("2026-08-10T12:00:30Z") } }),
);
beforeEach(() => {
  emulator.add(migrateTask("1", 5), ossDownload("1", "a.bak"), downloadTask("dt-1", 5), backupSetDownload("b1", 5));
});

const rds = { Version: "2014-08-15", DBInstanceId: ERP };
const times = { StartTime: "2026-08-05T00:00Z", EndTime: "2026-08-11T00:00Z" };
const migrateTasks: Parameters = { Action: "DescribeMigrateTasks", ...rds, ...times };
const files: Parameters = { Action: "DescribeOssDownloads", ...rds, MigrateTaskId: "1" };
const downloads: Parameters = {
  Action: "DescribeDownloadTask",
  Version: "2021-01-01",
  RegionCode: "cn-hangzhou",
  InstanceName: BILL,
};
const sets: Parameters = { Action: "DescribeBackupSetDownloadTaskList", Version: "2019-03-06", BackupPlanId: PLAN };

const reply = async (parameters: Parameters, more: Parameters = {}) => {
  const { status, body } = await ask(emulator, { ...parameters, ...more });
  return { status, ...body };
};
const RequestId = expect.stringMatching(/^[0-9A-F-]{36}$/);

describe("a reply has the shape of its document", () => {
  test("DescribeMigrateTasks", async () => {
    expect(await reply(migrateTasks)).toEqual({
      status: 200,
      RequestId,
      DBInstanceId: ERP,
      TotalRecordCount: 1,
      PageNumber: 1,
      PageRecordCount: 1,
      Items: { MigrateTask: [migrateTask("1", 5).row] },
    });
  });
  test("DescribeOssDownloads", async () => {
    expect(await reply(files)).toEqual({
      status: 200,
      RequestId,
      DBInstanceId: ERP,
      MigrateTaskId: "1",
      Items: { OssDownload: [ossDownload("1", "a.bak").row] },
    });
  });
  test("DescribeDownloadTask", async () => {
    expect(await reply(downloads)).toEqual({
      status: 200,
      RequestId,
      Success: "true",
      Code: "Success",
      ErrCode: "Success",
      Data: {
        PageNumber: 1,
        PageSize: 10,
        TotalPages: 1,
        TotalElements: 1,
        Content: { List: [downloadTask("dt-1", 5).row] },
      },
    });
  });
  test("DescribeBackupSetDownloadTaskList, its first page being page 0", async () => {
    expect(await reply(sets)).toEqual({
      status: 200,
      RequestId,
      Success: true,
      HttpStatusCode: 200,
      PageNum: 0,
      PageSize: 30,
      TotalPages: 1,
      TotalElements: 1,
      Items: { BackupSetDownloadTaskDetail: [backupSetDownload("b1", 5).row] },
    });
  });
  test("DescribeBackupSetDownloadTaskList without rows: the document's own sample", async () => {
    emulator.addSubject("dbs1empty");
    expect(await reply(sets, { BackupPlanId: "dbs1empty" })).toEqual({
      status: 200,
      RequestId,
      PageSize: 30,
      PageNum: 0,
      HttpStatusCode: 200,
      TotalElements: 0,
      TotalPages: 0,
      Items: "",
      Success: true,
    });
  });
});

describe("is refused", () => {
  test.each<[Parameters, Parameters, number, string, string]>([
    [migrateTasks, { StartTime: undefined }, 400, "MissingStartTime", "StartTime is mandatory"],
    [migrateTasks, { EndTime: undefined }, 400, "MissingEndTime", "EndTime is mandatory"],
    [migrateTasks, { StartTime: "2026-08-05T00:00:00Z" }, 400, "InvalidStartTime.Format", "2026-08-05T00:00:00Z"],
    [migrateTasks, { EndTime: times.StartTime }, 400, "InvalidParameterCombination", "greater"],
    [migrateTasks, { DBInstanceId: "rm-nobody" }, 404, "InvalidDBInstanceName.NotFound", "rm-nobody"],
    [files, { MigrateTaskId: undefined }, 400, "MissingMigrateTaskId", "mandatory"],
    [files, { PageSize: "30" }, 400, "UnsupportedParameter", "PageSize"],
    [downloads, { InstanceName: undefined }, 200, "DBS.InternalError", "instanceName can not be empty"],
    [downloads, { RegionCode: undefined }, 400, "MissingRegionCode", "RegionCode is mandatory"],
    [downloads, { RegionCode: "cn-beijing" }, 200, "Forbidden.InstanceNotFound", BILL],
    [downloads, { InstanceName: "rm-nobody" }, 200, "Forbidden.InstanceNotFound", "rm-nobody"],
    [downloads, { DatasourceId: "ds-rm-nobody_cn-hangzhou" }, 200, "Forbidden.InstanceNotFound", "rm-nobody"],
    [downloads, { DatasourceId: `ds-${BILL}_cn-beijing` }, 200, "Forbidden.InstanceNotFound", "cn-beijing"],
    [downloads, { State: "queuing" }, 400, "InvalidParameter", "Initializing, queueing"],
    [downloads, { StartTime: "2026-08-05T00:00Z" }, 400, "InvalidParameter", "StartTime"],
    [downloads, { CurrentPage: "0" }, 400, "InvalidParameter", "CurrentPage"],
  ])("%o with %o: %i %s", async (parameters, wrong, status, code, message) => {
    const Message = expect.stringContaining(message);
    expect(await reply(parameters, wrong)).toMatchObject({ status, Code: code, Message });
  });

  test.each<[Parameters, number, string, string]>([
    [{ BackupPlanId: undefined }, 200, "Param.NotFound", "BackupPlanId"],
    [{ BackupPlanId: "dbs1nobody" }, 200, "Param.NotFound", "dbs1nobody"],
    [{ PageSize: "20" }, 400, "InvalidParameter", "PageSize"],
    [{ PageNum: "-1" }, 400, "InvalidParameter", "PageNum"],
  ])("DescribeBackupSetDownloadTaskList with %o, without a Code: %i %s", async (wrong, status, code, message) => {
    const refused = await reply(sets, wrong);
    const ErrMessage = expect.stringContaining(message);
    expect(refused).toMatchObject({ status, Success: false, ErrCode: code, ErrMessage, HttpStatusCode: status });
    expect(refused).not.toHaveProperty("Code");
  });
});
