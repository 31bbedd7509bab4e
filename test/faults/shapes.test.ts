import { beforeEach, expect, test } from "vitest";
import { backup } from "../support/fixtures/backups.ts";
import { backupSetDownload, downloadTask, migrateTask, ossDownload } from "../support/fixtures/tasks.ts";
import { endOf, listFunctions } from "../support/lookups/numberedCases.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

const emulator = await useEmulator();
const links = { BackupDownloadURL: "https://bucket.oss.aliyuncs.com/f?Expires=4102444800&Signature=s1gnature" };
beforeEach(() => {
  emulator.add(backup("1", 5, links), migrateTask("1", 5), ossDownload("1", "1.bak"));
  emulator.add(downloadTask("dt-1", 5), backupSetDownload("b1", 5));
});

const oneRow = [["1"], ["1"], ["1.bak"], ["dt-1"], ["b1"]];
/** Of the five, only the list of files has no total: an empty form is an empty list there, and short of the total elsewhere. */
const short = /could not be read as a whole in 2 passes: the service counts 1 rows and sent 0\./;
const absent = /: an absent list is not an empty one\./;
const noRow = /failed: Describe\w+ sent a row that is not an object\./;
const fine = (index: number) => ({ ids: oneRow[index] });
const files = (other: RegExp) => (index: number) => (index === 2 ? { ids: [], ossDownloads: [] } : other);

test.each<[string, string, (index: number) => object | RegExp]>([
  ["A1", "text", files(short)],
  ["A2", "null", () => absent],
  ["A3", "absent", () => absent],
  ["A4", "object", files(short)],
  ["A5", "array", files(short)],
  ["A6", "row", fine],
  ["A7", "list", fine],
  ["A8", "row", fine],
  ["A9", "text", files(short)],
  ["A9", "null", () => absent],
  ["A10", "null", () => noRow],
  ["A10", "emptyText", () => noRow],
  ["A10", "text", () => noRow],
])("%s %s: the five lists are whole, or an error", async (number, variant, expected) => {
  for (const [index, name] of listFunctions.entries()) {
    const end = await endOf(emulator, { number, variant }, name);
    emulator.clearFaults();
    const wanted = expected(index);
    if (wanted instanceof RegExp) expect(end, name).toMatch(wanted);
    else expect(end, name).toMatchObject(wanted);
  }
});

test.each<[string, string, object | RegExp]>([
  ["A11", "null", /sent no Data\.Content\.List and no total: an absent list is not an empty one\./],
  ["A11", "absent", /sent no Data\.Content\.List and no total: an absent list is not an empty one\./],
  ["A11", "text", /sent no rows and no readable total: that is not proof of an empty list\./],
  ["A12", "empty", short],
  ["A12", "list", { ids: ["dt-1"] }],
  ["A12", "row", { ids: ["dt-1"] }],
])("%s %s: download tasks are whole, or an error", async (number, variant, expected) => {
  const end = await endOf(emulator, { number, variant }, "getDownloadTasks");
  if (expected instanceof RegExp) expect(end).toMatch(expected);
  else expect(end).toMatchObject(expected);
});

test.each(["absent", "object", "text"])("A13 %s: a backup without links by database has none", async (variant) => {
  const end = await endOf(emulator, { number: "A13", variant }, "getBackupDownload", { backupId: "1" });
  expect(end).toMatchObject({ backupDownloadUrl: links.BackupDownloadURL });
  expect(end).not.toHaveProperty("backupDownloadLinkByDb.0");
});

test("A13 single: the one link by database is a list of one", async () => {
  const end = await endOf(emulator, { number: "A13", variant: "single" }, "getBackupDownload", {
    backupId: "1",
    minValidity: "0s",
  });
  expect(end).toMatchObject({ backupDownloadLinkByDb: [{ databaseName: "orders" }] });
});
