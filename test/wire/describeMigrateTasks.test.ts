import { expect, test } from "vitest";
import { readPage } from "../../provider/core/readPage.ts";
import { describeMigrateTasks } from "../../provider/operations/describeMigrateTasks.ts";
import { sample } from "./sample.ts";

const page = readPage(describeMigrateTasks, sample("DescribeMigrateTasks"));

test("an Items that is the row itself is a list of one", () => {
  expect(page.rows.map(({ id }) => id)).toEqual(["rm-bp1842vxxxxx"]);
});

test("the row reads as the document means it, its broken times too", () => {
  expect(page.rows[0]?.record).toEqual({
    migrateTaskId: "rm-bp1842vxxxxx",
    dbName: "test02",
    backupMode: "FULL",
    status: "Success",
    createTime: "2017-05-30T12:11:04Z",
    endTime: "2017-05-30T12:11:04Z",
    description: "Api description",
    isDbReplaced: true,
  });
  expect(page.rows[0]?.unreadable).toEqual(new Set());
  expect(page.rows[0]?.links).toEqual({});
});

test("it is ordered by its creation, and ended when it says", () => {
  const at = Date.UTC(2017, 4, 30, 12, 11, 4);
  expect(page.rows[0]).toMatchObject({ orderTime: { at, source: "createTime" }, endTime: at });
});

test("the total is what the document says, though one row is there: that is readWhole's to refuse", () => {
  expect(page.total).toBe(10);
});

test("the sample does not repeat the instance, and nothing is made up", () => {
  expect(page.echoed).toEqual({});
});
