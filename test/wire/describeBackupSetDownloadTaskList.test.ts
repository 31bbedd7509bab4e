import { describe, expect, test } from "vitest";
import { interpretReply } from "../../provider/client/interpretReply.ts";
import { readPage } from "../../provider/core/readPage.ts";
import { describeBackupSetDownloadTaskList } from "../../provider/operations/describeBackupSetDownloadTaskList.ts";
import { sample } from "./sample.ts";

const reply = sample("DescribeBackupSetDownloadTaskList");

test("the sample is a success, and an empty list that says so itself", () => {
  expect(interpretReply(reply, 200)).toEqual({ ok: true });
  expect(readPage(describeBackupSetDownloadTaskList, reply)).toEqual({ rows: [], total: 0, pageSize: 30, echoed: {} });
});

/** The document's sample has no row: this one has the example value of every field of its table. */
const row = {
  BackupGatewayId: 2_134_324_232_134,
  BackupPlanId: "dbs1hvb0xxxx",
  BackupSetCode: "UTF_8",
  BackupSetDataFormat: "SQL",
  BackupSetDataSize: 213,
  BackupSetDbType: "MySQL",
  BackupSetDownloadCreateTime: 1_554_560_477_000,
  BackupSetDownloadDir: "test",
  BackupSetDownloadFinishTime: 1_554_560_477_000,
  BackupSetDownloadInternetUrl: "176.x.x.x",
  BackupSetDownloadIntranetUrl: "176.x.x.x",
  BackupSetDownloadStatus: "init",
  BackupSetDownloadTargetType: "agent",
  BackupSetDownloadTaskId: "dbstooxxxxx",
  BackupSetDownloadTaskName: "test",
  BackupSetDownloadWay: "auto",
  BackupSetId: "dbsxxxxxx",
  BackupSetJobType: "cbs_backup_sub_full",
  ErrMessage: "java.lang.IndexOutOfBoundsException.",
};

function decode(changes: Readonly<Record<string, string | number>>) {
  return describeBackupSetDownloadTaskList.decodeRow({ ...row, ...changes });
}

test("a row reads as the document's table means it", () => {
  const { record, links, unreadable, orderTime } = decode({});
  expect(record).toEqual({
    backupSetDownloadTaskId: "dbstooxxxxx",
    backupSetDownloadTaskName: "test",
    backupSetDownloadStatus: "init",
    backupPlanId: "dbs1hvb0xxxx",
    backupSetId: "dbsxxxxxx",
    backupSetDownloadCreateTime: "2019-04-06T14:21:17Z",
    backupSetDownloadFinishTime: "2019-04-06T14:21:17Z",
    backupSetDataSize: 213,
    backupSetDataFormat: "SQL",
    backupSetDbType: "MySQL",
    backupSetJobType: "cbs_backup_sub_full",
    backupSetCode: "UTF_8",
    backupSetDownloadWay: "auto",
    backupSetDownloadTargetType: "agent",
    backupSetDownloadDir: "test",
    backupGatewayId: "2134324232134",
    errMessage: "java.lang.IndexOutOfBoundsException.",
  });
  expect(links).toEqual({ backupSetDownloadInternetUrl: "176.x.x.x", backupSetDownloadIntranetUrl: "176.x.x.x" });
  expect(unreadable).toEqual(new Set());
  expect(orderTime).toEqual({ at: 1_554_560_477_000, source: "backupSetDownloadCreateTime" });
});

describe("what the service writes for nothing is absent, and not unreadable", () => {
  test.each(["无", "", " "])("%j", (nothing) => {
    const { record, links, unreadable } = decode({
      BackupGatewayId: nothing,
      BackupSetDownloadDir: nothing,
      BackupSetDataSize: nothing,
      BackupSetDownloadInternetUrl: nothing,
      BackupSetDownloadIntranetUrl: nothing,
      ErrMessage: nothing,
    });
    const named = Object.keys(record);
    expect(named).not.toContain("backupGatewayId");
    expect(named).not.toContain("backupSetDownloadDir");
    expect(named).not.toContain("backupSetDataSize");
    expect(named).not.toContain("errMessage");
    expect(links).toEqual({});
    expect(unreadable).toEqual(new Set());
  });
});

test("links without a scheme, and inside literal quotes, are whole links", () => {
  const { links } = decode({
    BackupSetDownloadInternetUrl: "//dbs.oss-cn-hangzhou.aliyuncs.com/a.gz?Expires=1795165200&Signature=a%3D",
    BackupSetDownloadIntranetUrl: '"//dbs.oss-cn-hangzhou-internal.aliyuncs.com/a.gz?Expires=1795165200&Signature=b"',
  });
  expect(links).toEqual({
    backupSetDownloadInternetUrl:
      "https://dbs.oss-cn-hangzhou.aliyuncs.com/a.gz?Expires=1795165200&Signature=a%3D",
    backupSetDownloadIntranetUrl:
      "https://dbs.oss-cn-hangzhou-internal.aliyuncs.com/a.gz?Expires=1795165200&Signature=b",
  });
});
