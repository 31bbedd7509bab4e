import { beforeEach, describe, expect, test } from "vitest";
import { backup } from "../support/fixtures/backups.ts";
import { backupSetDownload, downloadTask, migrateTask, ossDownload } from "../support/fixtures/tasks.ts";
import { endOf, listFunctions } from "../support/lookups/numberedCases.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

const emulator = await useEmulator();
const links = {
  BackupDownloadURL: "https://bucket.oss.aliyuncs.com/f",
  BackupIntranetDownloadURL: "https://bucket.oss.aliyuncs.com/f",
};
beforeEach(() => {
  emulator.add(backup("1", 5, links), migrateTask("1", 5), ossDownload("1", "1.bak"));
  emulator.add(downloadTask("2", 5), backupSetDownload("3", 5));
});

const backupOf = { backupId: "1" };
const bucket = "https://bucket.oss.aliyuncs.com/f?Expires=4102444800&OSSAccessKeyId=LTAIlink&Signature=";
const goodEnough = { verdict: "pass", reasons: [] };
const because = (verdict: string, rule: string) => ({ verdict, reasons: [{ rule }] });

/** A number, a variant, a function with its arguments, and some of its outputs; `undefined` is one that must not be there. */
const cases: readonly (readonly [string, string, string, object, object])[] = [
  ["A14", "id", "getBackups", {}, { ids: ["1"] }],
  ["A14", "id", "getMigrateTasks", {}, { ids: ["1"] }],
  ["A14", "id", "getDownloadTasks", {}, { ids: ["2"] }],
  ["A14", "id", "getBackupSetDownloadTasks", {}, { ids: ["3"] }],
  ["A15", "id17", "getBackups", {}, { ids: ["12345678901234567"] }],
  ["A15", "checksum", "getBackup", backupOf, { checksum: "17583265847265982341" }],
  ["A17", "True", "getBackup", backupOf, { isAvail: true }],
  ["A17", "true", "getBackup", backupOf, { isAvail: true }],
  ["A17", "lower", "getBackup", backupOf, { isAvail: true }],
  ["A17", "one", "getBackup", backupOf, { isAvail: true }],
  ["A17", "oneText", "getBackup", backupOf, { isAvail: true }],
  ["A17", "False", "getBackup", backupOf, { isAvail: false }],
  ["A17", "false", "getBackup", backupOf, { isAvail: false }],
  ["A17", "zero", "getBackup", backupOf, { isAvail: false }],
  ["A17", "zeroText", "getBackup", backupOf, { isAvail: false }],
  ["A17", "yes", "getBackup", backupOf, { isAvail: undefined }],
  // What is there and cannot be read counts against the row, never for it.
  ["A17", "yes", "getBackupReadiness", {}, { verdict: "unknown" }],
  ["A17", "zero", "getBackupReadiness", {}, { verdict: "fail" }],
  ["A18", "object", "getBackupReadiness", {}, goodEnough],
  ["A18", "text", "getBackupReadiness", {}, goodEnough],
  // 1786356030 is two hours before the clock of the tests; the backup ran from 07:00:30 to 07:30:30.
  [
    "A19",
    "text",
    "getBackup",
    backupOf,
    { consistentTime: "2026-08-10T10:00:30Z", recoveryPointTime: "2026-08-10T07:00:30Z" },
  ],
  ["A19", "zero", "getBackup", backupOf, { consistentTime: undefined, recoveryPointTime: "2026-08-10T07:00:30Z" }],
  ["A20", "unit", "getOssDownload", { fileName: "1.bak" }, { fileSize: 2_097_152 }],
  ["A20", "text", "getOssDownload", { fileName: "1.bak" }, { fileSize: 2_097_152 }],
  ["A20", "number", "getOssDownload", { fileName: "1.bak" }, { fileSize: 2_097_152 }],
  ["A20", "empty", "getOssDownload", { fileName: "1.bak" }, { fileSize: undefined }],
  ["A21", "blank", "getBackup", backupOf, { backupEndTime: "2026-08-10T07:00:04Z" }],
  ["A21", "minutes", "getBackup", backupOf, { backupEndTime: "2026-08-10T07:00:00Z" }],
  ["A21", "empty", "getBackup", backupOf, { backupEndTime: undefined }],
  ["A21", "null", "getBackupReadiness", {}, goodEnough],
  ["A21", "seconds", "getBackup", backupOf, { backupEndTime: undefined }],
  ["A21", "seconds", "getBackupReadiness", {}, { verdict: "unknown" }],
  [
    "A21",
    "seconds",
    "getBackupSetDownloadTask",
    { backupSetDownloadTaskId: "3" },
    { backupSetDownloadFinishTime: undefined },
  ],
  ["A22", "number", "getBackup", backupOf, { backupSize: undefined }],
  ["A22", "number", "getBackupSetDownloadTask", { backupSetDownloadTaskId: "3" }, { backupSetDataSize: undefined }],
  ["A22", "text", "getBackupSetDownloadTask", { backupSetDownloadTaskId: "3" }, { backupSetCode: undefined }],
  // A program gets text on one line, without signs that change how the rest of a line is shown.
  ["A23", "nul", "getMigrateTask", { migrateTaskId: "1" }, { dbName: "a b" }],
  ["A23", "emoji", "getMigrateTask", { migrateTaskId: "1" }, { dbName: "🗄️ orders", description: "🗄️ orders" }],
  ["A23", "rightToLeft", "getMigrateTask", { migrateTaskId: "1" }, { dbName: "sredro" }],
  // More than 64 KiB cannot be read; half a character is the sign for that.
  ["A23", "megabyte", "getMigrateTask", { migrateTaskId: "1" }, { dbName: undefined, description: undefined }],
  ["A23", "loneSurrogate", "getMigrateTask", { migrateTaskId: "1" }, { dbName: "\uFFFD" }],
  ["A24", "protocolRelative", "getBackupDownload", backupOf, { backupDownloadUrl: `${bucket}s1gnature%3D` }],
  ["A24", "quoted", "getBackupDownload", backupOf, { backupDownloadUrl: `${bucket}s1gnature%3D` }],
  ["A24", "encoded", "getBackupDownload", backupOf, { backupDownloadUrl: `${bucket}a%26b%3D` }],
  ["A25", "unknown", "getBackups", {}, { backups: [{ backupStatus: "Archived" }] }],
  ["A25", "unknown", "getBackupReadiness", {}, { verdict: "unknown" }],
  ["A25", "unknown", "getMigrateTaskReadiness", {}, because("unknown", "status")],
  ["A25", "unknown", "getDownloadTaskReadiness", {}, because("unknown", "downloadStatus")],
  ["A25", "unknown", "getBackupSetDownloadTaskReadiness", {}, because("unknown", "backupSetDownloadStatus")],
  ["A25", "case", "getBackupReadiness", {}, goodEnough],
  ["A25", "case", "getBackups", {}, { backups: [{ backupStatus: "SUCCESS" }] }],
  ["A25", "blanks", "getMigrateTaskReadiness", {}, goodEnough],
  ["A25", "case", "getDownloadTaskReadiness", {}, goodEnough],
  ["A25", "blanks", "getBackupSetDownloadTaskReadiness", {}, goodEnough],
  ["A25", "queuing", "getDownloadTaskReadiness", {}, because("pending", "downloadStatus")],
  ["A25", "initializing", "getDownloadTaskReadiness", {}, because("pending", "downloadStatus")],
  ["A27", "brackets", "getDownloadTask", { taskId: "2" }, { dbList: ["a", "b"] }],
  ["A27", "none", "getDownloadTask", { taskId: "2" }, { dbList: [] }],
  ["A27", "json", "getDownloadTask", { taskId: "2" }, { dbList: ["a", "b"] }],
  ["A27", "bare", "getDownloadTask", { taskId: "2" }, { dbList: ["a"] }],
  // A name that holds a comma is written like two names. The list is told, and no verdict rests on it.
  ["A27", "commas", "getDownloadTask", { taskId: "2" }, { dbList: ["a", "b", "c"] }],
  ["A27", "nested", "getDownloadTask", { taskId: "2" }, { dbList: ["a[1]", "b"] }],
];

test.each(cases)("%s %s: %s with %j", async (number, variant, name, args, expected) => {
  const end = await endOf(emulator, { number, variant }, name, { ...args });
  const [told, absent] = [true, false].map((isTold) =>
    Object.entries(expected).filter(([, value]) => (value !== undefined) === isTold),
  );
  expect(end).toMatchObject(Object.fromEntries(told ?? []));
  for (const [output] of absent ?? []) expect(end).not.toHaveProperty(output);
});

describe("A16: counters as text, empty, or null", () => {
  const paged = listFunctions.filter((name) => name !== "getOssDownloads");
  test.each(paged)("%s", async (name) => {
    expect(await endOf(emulator, { number: "A16", variant: "text" }, name)).toHaveProperty("ids.0");
    for (const variant of ["empty", "null"]) {
      emulator.clearFaults();
      expect(await endOf(emulator, { number: "A16", variant }, name)).toMatch(/sent no readable total/);
    }
  });
});

test.each(["new", "proto", "constructor", "toString", "owned"])(
  "A26, B41 %s: unknown keys at every level change no output",
  async (variant) => {
    for (const name of listFunctions) {
      emulator.clearFaults();
      const honest = await endOf(emulator, { number: "A26", variant, times: 1 }, name);
      expect(honest).toEqual(await endOf(emulator, { number: "A41" }, name));
    }
    expect(Object.keys({ ...Object.prototype })).toEqual([]);
  },
);

test.each(["null", "empty"])("A24 %s: a link that is none is an error, not a link", async (variant) => {
  const end = await endOf(emulator, { number: "A24", variant }, "getBackupDownload", backupOf);
  expect(end).toMatch(/has no download link/);
});
