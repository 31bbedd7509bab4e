import { beforeEach, describe, expect, test } from "vitest";
import { backup, backupRow, SHOP } from "../support/fixtures/backups.ts";
import { evaluateGate } from "../support/lookups/gates.ts";
import { call, failure, openSession } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { startAnswering } from "../support/network/answeringServer.ts";

const emulator = await useEmulator();
beforeEach(() => {
  emulator.add(backup("1", 5));
});

const shop = { dbInstanceId: SHOP };
const keys = [
  "constructor",
  "__proto__",
  "valueOf",
  "toString",
  "hasOwnProperty",
  "toFixed",
  "toJSON",
  "then",
  "length",
];
const everyKey = keys.map((key) => `"${key}":{"BackupStatus":"Failed","x":[1]}`).join(",");

/** Adds these members before a key, wherever it stands. */
const rewriteText = (before: string, members: string) =>
  emulator.inject({
    kind: "rewriteText",
    times: 99,
    rewrite: (body) => body.replaceAll(before, `${members},${before}`),
  });

describe("N9: keys that every object has are data, and ignored", () => {
  test.each([...keys, "constructorOfSomething", "\\u0063onstructor", "a__proto__b"])(
    "a row with a key %s",
    async (key) => {
      rewriteText('"BackupId"', `"${key}":"x","${key}":"twice"`);
      const { backups } = await call(openSession(emulator), "getBackups", shop);
      expect(backups).toEqual([expect.objectContaining({ backupId: "1", backupStatus: "Success" })]);
      expect(Object.keys(Object(backups)[0])).not.toContain(key);
    },
  );

  test.each([
    ["in a row", '"BackupId"'],
    ["in the body", '"Items"'],
    ["in the wrapper of the rows", '"Backup":'],
  ])("all of them %s", async (_, before) => {
    rewriteText(before, everyKey);
    expect(await call(openSession(emulator), "getBackupReadiness", shop)).toMatchObject({
      verdict: "pass",
      backup: { backupId: "1", backupStatus: "Success" },
    });
  });

  test("they cost one request, and a gate passes", async () => {
    rewriteText('"BackupId"', everyKey);
    expect(await evaluateGate(openSession(emulator), "BackupGate", shop)).toMatchObject({ kind: "passed" });
    expect(emulator.requests()).toHaveLength(1);
  });

  test("they are no values of the keys that are missing", async () => {
    const { BackupStatus: _, ...row } = backupRow("1", 5);
    const text = JSON.stringify({ TotalRecordCount: 1, Items: { Backup: [row] } });
    const body = text.replace('"BackupId"', '"__proto__":{"BackupStatus":"Success"},"BackupId"');
    await using service = await startAnswering(() => ({ body }));
    const session = openSession(emulator, { settings: { endpoints: { rds: service.url } } });
    expect(await call(session, "getBackupReadiness", shop)).toMatchObject({ verdict: "unknown" });
    const answer = await call(session, "getBackup", { ...shop, backupId: "1" });
    expect(Object.keys(answer)).not.toContain("backupStatus");
  });

  test("an ID of many digits beside them keeps each of them", async () => {
    rewriteText('"BackupId":"1"', '"constructor":1,"BackupId":12345678901234567891,"X":1');
    const rewrite = (body: string) =>
      body.replace('"BackupId":"1"', '"constructor":0.12345678901234567890,"BackupId":12345678901234567891');
    emulator.clearFaults();
    emulator.inject({ kind: "rewriteText", rewrite });
    expect((await call(openSession(emulator), "getBackups", shop)).ids).toEqual(["12345678901234567891"]);
  });

  test("in the rows of links inside a row", async () => {
    emulator.reset();
    const link = "https://b.oss.aliyuncs.com/f?Expires=1800000000&Signature=x";
    const byDatabase = { BackupDownloadLinkByDB: [{ DataBase: "orders", DownloadLink: link }] };
    emulator.add(backup("1", 5, { BackupDownloadLinkByDB: byDatabase }));
    rewriteText('"DataBase"', everyKey);
    const answer = await call(openSession(emulator), "getBackupDownload", { ...shop, backupId: "1" });
    expect(answer.backupDownloadLinkByDb).toEqual([{ databaseName: "orders", downloadUrl: link }]);
  });

  test("in the Data of the newer DBS", async () => {
    const task = '{"TaskId":"dt-1","DownloadStatus":"finished","GmtCreate":1786000000000,"constructor":{"a":1}}';
    const body = `{"Success":"true","Data":{${everyKey},"TotalElements":1,"Content":{"List":[${task}]}}}`;
    await using service = await startAnswering(() => ({ body }));
    const session = openSession(emulator, { settings: { endpoints: { dbs: service.url } } });
    expect((await call(session, "getDownloadTasks", { dbInstanceId: "rm-x" })).ids).toEqual(["dt-1"]);
  });

  test("in a refusal, which stays one", async () => {
    const body = `{${everyKey},"Code":"Forbidden.RAM","Message":"no","RequestId":"R-9"}`;
    await using service = await startAnswering(() => ({ status: 403, body }));
    const session = openSession(emulator, { settings: { endpoints: { rds: service.url } } });
    const { message } = await failure(call(session, "getBackups", shop));
    expect(message).toContain("code Forbidden.RAM, HTTP 403, RequestId R-9");
    expect(message).toContain("grant the RAM action");
  });
});
