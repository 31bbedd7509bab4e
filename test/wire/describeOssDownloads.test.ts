import { expect, test } from "vitest";
import { readPage } from "../../provider/core/readPage.ts";
import { describeOssDownloads } from "../../provider/operations/describeOssDownloads/describeOssDownloads.ts";
import { sample } from "./sample.ts";

const page = readPage(describeOssDownloads, sample("DescribeOssDownloads"));

test("an Items that is the row itself is a list of one", () => {
  expect(page.rows.map(({ id }) => id)).toEqual(["rdsaiiabnaiiabn"]);
});

test("the row reads as the document means it: 2MB in bytes, the broken time, no end", () => {
  expect(page.rows[0]?.record).toEqual({
    fileName: "rdsaiiabnaiiabn",
    status: "Finished",
    isAvailable: true,
    fileSize: 2_097_152,
    backupMode: "FULL",
    createTime: "2017-05-30T12:11:04Z",
    description: "Api description",
  });
  expect(page.rows[0]?.unreadable).toEqual(new Set());
  expect(page.rows[0]).toMatchObject({ orderTime: { at: Date.UTC(2017, 4, 30, 12, 11, 4) }, endTime: undefined });
});

test("there is no total; whose files these are is repeated", () => {
  expect(page.total).toBeUndefined();
  expect(page.echoed).toEqual({ dbInstanceId: "rdsaiiabnaiiabn", migrateTaskId: "rdsaiiabnaiiabn" });
});
