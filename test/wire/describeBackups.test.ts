import { expect, test } from "vitest";
import { readPage } from "../../provider/core/readPage.ts";
import { describeBackups } from "../../provider/operations/describeBackups/describeBackups.ts";
import { sample } from "./sample.ts";

const page = readPage(describeBackups, sample("DescribeBackups"));
const [first, second] = page.rows;

test("counters may be text", () => {
  expect(page.total).toBe(2);
  expect(page.rows).toHaveLength(2);
});

test("a row reads as the document means it", () => {
  expect(first?.id).toBe("321020562");
  expect(first?.record).toEqual({
    backupId: "321020562",
    dbInstanceId: "rm-uf6wjk5xxxxxxx",
    hostInstanceId: "5882781",
    backupStatus: "Success",
    backupStartTime: "2019-02-03T12:20:00Z",
    backupEndTime: "2019-02-03T12:28:11Z",
    backupType: "FullBackup",
    backupMode: "Automated",
    backupMethod: "Physical",
    backupSize: 2_167_808,
    storeStatus: "Disabled",
    backupInitiator: "System",
    checksum: "13624876458954716732",
    consistentTime: "2019-02-03T12:26:02Z",
    copyOnlyBackup: false,
    engine: "MySQL",
    engineVersion: "8.0",
    expectExpireTime: "2019-02-10T12:28:11Z",
    isAvail: true,
    metaStatus: "OK",
    storageClass: "0",
    recoveryPointTime: "2019-02-03T12:26:02Z",
  });
  expect(first?.unreadable).toEqual(new Set());
});

test("the links are kept apart, whole and with a scheme", () => {
  const query = "?Expires=1549369691&OSSAccessKeyId=LTAItestsamplekey&Signature=9bAsXmbjkmoEXAMPLEs%3D";
  expect(first?.links).toEqual({
    backupDownloadUrl: `http://rdsbak-hz-v3.oss-cn-hangzhou.aliyuncs.com/hins5882781_data_20190203122000.tar.gz${query}`,
    backupIntranetDownloadUrl: `https://rdsbak-hz-v3.oss-cn-hangzhou-internal.aliyuncs.com/hins5882781_data_20190203122000.tar.gz${query}`,
    backupDownloadLinkByDb: [
      {
        databaseName: "dbs",
        downloadUrl: "https://example.oss-cn-hangzhou.aliyuncs.com/dbs?Signature=x",
        intranetDownloadUrl: "https://example.oss-cn-hangzhou-internal.aliyuncs.com/dbs?Signature=x",
      },
    ],
  });
});

test("numbers where text is documented, empty text and null read as they are meant", () => {
  expect(second?.record).toEqual({
    backupId: "321020499",
    dbInstanceId: "rm-uf6wjk5xxxxxxx",
    hostInstanceId: "5882781",
    backupStatus: "Failed",
    backupStartTime: "2019-02-02T12:20:00Z",
    backupEndTime: "2019-02-02T12:21:00Z",
    backupType: "FullBackup",
    backupMode: "Manual",
    backupMethod: "Logical",
    backupSize: 0,
    storeStatus: "Enabled",
    backupInitiator: "User",
    copyOnlyBackup: true,
    engine: "MySQL",
    engineVersion: "8",
    isAvail: false,
    storageClass: "1",
    backupDbNames: "dbs",
    backupExtractionStatus: "Init",
    backupLocation: "OSS",
    backupScale: "DataBase",
    resourceGroupId: "rg-acfmy",
    slaveStatus: "0",
    recoveryPointTime: "2019-02-02T12:20:00Z",
  });
  expect(second?.links).toEqual({});
});

test("a consistent time of zero means that there is none", () => {
  expect(second?.orderTime).toEqual({ at: Date.parse("2019-02-02T12:20:00Z"), source: "backupStartTime" });
});
