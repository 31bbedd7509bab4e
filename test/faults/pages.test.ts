import { beforeEach, describe, expect, test } from "vitest";
import { backup } from "../support/fixtures/backups.ts";
import { backupSetDownload, downloadTask, migrateTask } from "../support/fixtures/tasks.ts";
import { endOf } from "../support/lookups/numberedCases.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

const numbers = Array.from({ length: 70 }, (_, index) => index + 1);
const emulator = await useEmulator();
beforeEach(() => {
  emulator.add(...numbers.map((n) => backup(String(n), n)));
  emulator.add(...numbers.map((n) => migrateTask(String(n), n)));
  emulator.add(...numbers.map((n) => downloadTask(`dt-${n}`, n)));
  emulator.add(...numbers.map((n) => backupSetDownload(`b${n}`, n)));
});

/** The lists that have pages, and their 70 IDs, newest first. */
const lists = [
  { name: "getBackups", ids: numbers.map(String) },
  { name: "getMigrateTasks", ids: numbers.map(String) },
  { name: "getDownloadTasks", ids: numbers.map((n) => `dt-${n}`) },
  { name: "getBackupSetDownloadTasks", ids: numbers.map((n) => `b${n}`) },
];
const small = { pageSize: 30 };

describe.each([
  ["A29", "second", "an empty page midway"],
  ["A30", "second", "page 1 again in place of page 2"],
  ["A32", "later", "a row that leaves between two pages"],
  ["A32", "earlier", "a row that enters between two pages"],
])("%s %s: %s", (number, variant) => {
  test.each(lists)("once: $name is read again and whole", async ({ name, ids }) => {
    expect(await endOf(emulator, { number, variant, times: 1 }, name, small)).toMatchObject({ ids });
    expect(emulator.requests().length).toBeGreaterThan(3);
  });
});

describe.each([
  ["A29", "second", /the service counts 70 rows and sent 40/],
  ["A30", "second", /row (b|dt-)?([1-9]|[12]\d|30) came twice/],
  ["A32", "earlier", /row (b|dt-)?30 came twice/],
  ["A32", "later", /row (b|dt-)?61 came twice/],
])("%s %s: on every reading", (number, variant, told) => {
  test.each(lists)("$name is an error, and never short", async ({ name }) => {
    expect(await endOf(emulator, { number, variant }, name, small)).toMatch(told);
  });
});

describe.each([
  ["A31", "capped", "a page of 7 whatever was asked for"],
  ["A31", "ignored", "all rows at once"],
  ["A33", "pages", "a number of pages of 0"],
  ["A34", "off", "a page number that is one too high"],
  ["A28", "smaller", "a total of 0 on every page: two readings that agree"],
  // The moment of which the list is whole is the reply to page one, and its total is right.
  ["A35", "lower", "a lower total on page 2"],
  ["A35", "higher", "a higher total on page 2"],
])("%s %s: %s", (number, variant) => {
  test.each(lists)("$name is whole", async ({ name, ids }) => {
    expect(await endOf(emulator, { number, variant }, name, small)).toMatchObject({ ids });
  });
});

describe.each([
  ["A28", "larger", /the service counts 1000 rows and sent 70/],
  ["A33", "total", /sent no readable total/],
])("%s %s", (number, variant, told) => {
  test.each(lists)("$name is an error", async ({ name }) => {
    expect(await endOf(emulator, { number, variant }, name, small)).toMatch(told);
  });
});
