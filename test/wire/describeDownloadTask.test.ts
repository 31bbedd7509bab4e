import { expect, test } from "vitest";
import { interpretReply } from "../../provider/client/interpretReply.ts";
import { readPage } from "../../provider/core/readPage.ts";
import { describeDownloadTask } from "../../provider/operations/describeDownloadTask.ts";
import { sample } from "./sample.ts";

const reply = sample("DescribeDownloadTask");
const page = readPage(describeDownloadTask, reply);

test("Success beside an error code is a success, with a doubt that the row dispels", () => {
  expect(interpretReply(reply, 200)).toEqual({ ok: true, codeDespiteSuccess: "DBS.InternalError" });
});

test("the row reads as the document means it: a list in brackets, milliseconds as text", () => {
  expect(page.rows.map(({ id }) => id)).toEqual(["dt-qxntlvgu****"]);
  expect(page.rows[0]?.record).toEqual({
    taskId: "dt-qxntlvgu****",
    downloadStatus: "queueing",
    backupSetId: "148261****",
    // 1663162216000 and 1663321957000
    backupSetTime: "2022-09-14T13:30:16Z",
    createTime: "2022-09-16T09:52:37Z",
    dbList: ["dbtest"],
    format: "csv",
    exportDataSize: 0,
    importDataSize: 0,
    progress: "0/0",
    targetType: "URL",
    targetPath: "test_db/path",
    regionCode: "cn-hangzhou",
  });
  expect(page.rows[0]?.unreadable).toEqual(new Set());
  expect(page.rows[0]).toMatchObject({ orderTime: { at: 1_663_321_957_000, source: "createTime" }, endTime: undefined });
});

test("the total is that of the rows, not of the pages", () => {
  expect(page.total).toBe(1);
});
