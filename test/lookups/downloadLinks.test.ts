import { describe, expect, test } from "vitest";
import { type FieldChanges, startEmulator } from "../../emulator/index.ts";
import { NotGoodEnoughError } from "../../provider/core/errors/NotGoodEnoughError.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import { functions } from "../../provider/lookups/functions.ts";
import { backup, NOW, SHOP } from "../support/fixtures/backups.ts";
import { backupSetDownload, PLAN } from "../support/fixtures/tasks.ts";
import { call, failure, openSession } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

const emulator = await useEmulator();

const host = "dbs.oss-cn-hangzhou.aliyuncs.com/a.gz";
/** A link that is good for so many seconds from now on. */
const query = (seconds: number) => `?Expires=${(NOW + 500) / 1000 + seconds - 0.5}&OSSAccessKeyId=LTAIx&Signature=s%3D`;

const ofSet = (links: FieldChanges, more: JsonObject = {}) => {
  emulator.add(backupSetDownload("b1", 5, links));
  const given = { backupPlanId: PLAN, backupSetDownloadTaskId: "b1", ...more };
  return call(openSession(emulator), "getBackupSetDownload", given);
};

test("a backup's links come with when they expire, and with nothing else of the backup", async () => {
  const url = `https://${host}${query(3600)}`;
  const byDb = { BackupDownloadLinkByDB: [{ DataBase: "orders", DownloadLink: url, IntranetDownloadLink: "" }] };
  emulator.add(backup("7", 5, { BackupDownloadURL: url, BackupIntranetDownloadURL: "", BackupDownloadLinkByDB: byDb }));
  expect(await call(openSession(emulator), "getBackupDownload", { dbInstanceId: SHOP, backupId: "7" })).toEqual({
    backupId: "7",
    backupDownloadUrl: url,
    backupDownloadLinkByDb: [{ databaseName: "orders", downloadUrl: url }],
    expiresAt: "2026-08-10T13:00:30Z",
    region: "cn-hangzhou",
  });
});

test("a backup set's links get a scheme and lose their quotes; the first to expire counts", async () => {
  const links = {
    BackupSetDownloadInternetUrl: `//${host}${query(3600)}`,
    BackupSetDownloadIntranetUrl: `"//${host}${query(1800)}"`,
  };
  expect(await ofSet(links)).toEqual({
    backupSetDownloadTaskId: "b1",
    backupSetDownloadInternetUrl: `https://${host}${query(3600)}`,
    backupSetDownloadIntranetUrl: `https://${host}${query(1800)}`,
    expiresAt: "2026-08-10T12:30:30Z",
    region: "cn-hangzhou",
  });
});

test("a task's ID is enough", async () => {
  emulator.add(backupSetDownload("b1", 5, { BackupSetDownloadInternetUrl: `//${host}${query(3600)}` }));
  const given = { backupSetDownloadTaskId: "b1" };
  expect(await call(openSession(emulator), "getBackupSetDownload", given)).toMatchObject({
    backupSetDownloadInternetUrl: expect.stringContaining("https://"),
  });
});

describe("a link is refused", () => {
  const V4 = "x-oss-signature-version=OSS4-HMAC-SHA256&x-oss-signature=s";
  test.each([
    ["with less than five minutes left", `https://${host}${query(299)}`, /expires in 4m 59s; at least 5m is required/],
    ["that expired", `https://${host}${query(-60)}`, /expires in 0s|expired/],
    ["without an expiry", `https://${host}?Signature=s%3D`, /does not say when it expires/],
    ["with an unreadable expiry", `https://${host}?Expires=soon&Signature=s`, /does not say when it expires/],
    ["that is no link", "176.x.x.x", /does not say when it expires/],
    [
      "of the newer kind, too late",
      `https://${host}?x-oss-date=20260810T110000Z&x-oss-expires=3600&${V4}`,
      /expires in/,
    ],
  ])("%s, unless minValidity is 0s", async (_, url, why) => {
    const error = await failure(ofSet({ BackupSetDownloadInternetUrl: url }));
    expect(error).toBeInstanceOf(NotGoodEnoughError);
    expect(error.message).toMatch(why);
    expect(error.message).toContain('give minValidity: "0s"');
    expect(error.message).not.toMatch(/Signature|oss-cn/);
    emulator.reset();
    const found = await ofSet({ BackupSetDownloadInternetUrl: url }, { minValidity: "0s" });
    expect(found.backupSetDownloadInternetUrl).toBe(url);
  });

  test("when one of two cannot be read, though the other is good", async () => {
    const links = {
      BackupSetDownloadInternetUrl: `//${host}${query(3600)}`,
      BackupSetDownloadIntranetUrl: `//${host}?Signature=s`,
    };
    expect((await failure(ofSet(links))).message).toContain("does not say when it expires");
  });

  test.each([
    ["1h", 3599],
    ["1d", 7200],
  ])("with less than the asked %s left", async (minValidity, seconds) => {
    const url = `//${host}${query(seconds)}`;
    expect((await failure(ofSet({ BackupSetDownloadInternetUrl: url }, { minValidity }))).message).toContain(
      "is required",
    );
  });
});

test("exactly five minutes are enough", async () => {
  expect(await ofSet({ BackupSetDownloadInternetUrl: `//${host}${query(300)}` })).toMatchObject({
    expiresAt: "2026-08-10T12:05:30Z",
  });
});

test.each(["无", "", undefined])("a task whose links are %j has none, and that is an error", async (nothing) => {
  const links = { BackupSetDownloadInternetUrl: nothing, BackupSetDownloadIntranetUrl: nothing };
  expect((await failure(ofSet(links))).message).toMatch(/^backup set download task b1 has no download link in/);
});

test("no other function tells a link of the seeds, in its result or in its error", async () => {
  await using full = await startEmulator();
  const subjects: readonly JsonObject[] = [
    { dbInstanceId: "rm-bp1shop0healthy01" },
    { dbInstanceId: "rm-bp1erp00migrate01", migrateTaskId: "564522140" },
    { dbInstanceId: "rm-bp1erp00migrate01" },
    { dbInstanceId: "rm-bp1bill00export01" },
    { backupPlanId: "dbs1shop0plan01" },
  ];
  const told: string[] = [];
  for (const { name, secret } of functions) {
    if (secret) continue;
    for (const given of subjects) {
      const answer = await call(openSession(full, { now: full.now() }), name, given).catch(
        (error: Error) => error.message,
      );
      told.push(JSON.stringify(answer));
    }
  }
  expect(told.join("\n")).toContain("dt-e5h0tznc2p7w");
  expect(told.join("\n")).not.toMatch(/Signature|OSSAccessKeyId|LTAI5tEmulatorOssLinks00|Expires=/);
});
