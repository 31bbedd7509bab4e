import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Emulator, FieldChanges } from "../../emulator/index.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import { HOUR, iso, NOW, SHOP } from "../support/backups.ts";
import { call, failure, openSession, startEmptyEmulator } from "../support/lookups.ts";

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmptyEmulator();
});
afterAll(() => emulator.close());
beforeEach(() => {
  emulator.reset();
  const row = { MigrateTaskId: "77", DBName: "orders", Status: "Success", CreateTime: iso(NOW - 3 * HOUR) };
  emulator.add({ action: "DescribeMigrateTasks", subject: SHOP, row });
});

function haveFile(FileName: string, hoursAgo: number, changes: FieldChanges = {}): void {
  const times = { CreateTime: iso(NOW - hoursAgo * HOUR), EndTime: iso(NOW - (hoursAgo - 1) * HOUR) };
  const row = { FileName, FileSize: "2MB", Status: "Restored", IsAvailable: "True", ...times };
  const changed = Object.entries({ ...row, ...changes }).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value]],
  );
  emulator.add({
    action: "DescribeOssDownloads",
    subject: SHOP,
    of: { MigrateTaskId: "77" },
    row: Object.fromEntries(changed),
  });
}

const ask = (name: string, more: JsonObject = {}) =>
  call(openSession(emulator), name, { dbInstanceId: SHOP, migrateTaskId: "77", ...more });

describe("two files of the same name", () => {
  beforeEach(() => {
    haveFile("full.bak", 9, { Status: "DownloadFailed" });
    haveFile("full.bak", 3);
  });
  test("are both listed", async () => expect((await ask("getOssDownloads")).ids).toEqual(["full.bak", "full.bak"]));
  test("are an error for whoever asks for one", async () => {
    expect((await failure(ask("getOssDownload", { fileName: "full.bak" }))).message).toContain("full.bak");
  });
});

describe("the files of a migrate task", () => {
  test("are ready when all are", async () => {
    haveFile("full.bak", 3);
    haveFile("diff.bak", 2);
    expect(await ask("getOssDownloadReadiness")).toMatchObject({ verdict: "pass", reasons: [] });
  });
  test("are not when one has failed", async () => {
    haveFile("full.bak", 3);
    haveFile("diff.bak", 2, { Status: "CheckFailed" });
    expect(await ask("getOssDownloadReadiness")).toMatchObject({ verdict: "fail", reasons: [{ terminal: true }] });
  });
  test("are not when there are none", async () => {
    expect(await ask("getOssDownloadReadiness")).toMatchObject({ verdict: "fail" });
    expect(await ask("getOssDownloadReadiness", { expectedFiles: 1 })).toMatchObject({ verdict: "fail" });
  });
  test("are not while the migrate task runs, as more may come, unless their number is known", async () => {
    haveFile("full.bak", 3);
    emulator.change({ action: "DescribeMigrateTasks" }, { Status: "Running" });
    expect(await ask("getOssDownloadReadiness")).toMatchObject({ verdict: "pending" });
    expect(await ask("getOssDownloadReadiness", { expectedFiles: 1 })).toMatchObject({ verdict: "pass" });
    expect(await ask("getOssDownloadReadiness", { expectedFiles: 2 })).toMatchObject({ verdict: "fail" });
  });
});
