import { beforeEach, describe, expect, test } from "vitest";
import { demoCredentials } from "../../emulator/index.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import { backup, SHOP } from "../support/fixtures/backups.ts";
import { call, openSession } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { sentRequests } from "../support/network/sentRequests.ts";

const emulator = await useEmulator();
beforeEach(() => {
  emulator.add(...Array.from({ length: 31 }, (_, night) => backup(String(night), 5 + 24 * night)));
});

async function sent(name: string, given: JsonObject): Promise<readonly string[]> {
  await call(openSession(emulator), name, { dbInstanceId: SHOP, ...given });
  return sentRequests(emulator);
}

const first = `AccessKeyId=LTAI5tEmulatorOwnerKey00
Action=DescribeBackups
DBInstanceId=rm-bp1shop
EndTime=2026-08-10T12:32Z
Format=JSON
PageNumber=1
PageSize=30
SignatureMethod=HMAC-SHA1
SignatureVersion=1.0
StartTime=2026-06-30T12:00Z
Version=2014-08-15`;

// The clock stands at 2026-08-10T12:00:30Z. The range goes a day further back than was asked for, and a quarter of an
// hour ahead, as clocks differ; then outwards to whole minutes.
test("a list of two pages", async () => {
  expect(await sent("getBackups", { pageSize: 30, startTime: "-40d" })).toEqual([
    first,
    first.replace("PageNumber=1", "PageNumber=2"),
  ]);
});

test("a list with every filter", async () => {
  const filters = {
    backupStatus: "Success",
    backupMode: "Automated",
    backupType: "FullBackup",
    backupId: "3",
    startTime: "2026-08-01T00:00:20Z",
    endTime: "2026-08-05T08:30:40+08:00",
  };
  expect(await sent("getBackups", filters)).toEqual([
    `AccessKeyId=LTAI5tEmulatorOwnerKey00
Action=DescribeBackups
BackupId=3
BackupMode=Automated
BackupStatus=Success
BackupType=FullBackup
DBInstanceId=rm-bp1shop
EndTime=2026-08-06T00:31Z
Format=JSON
PageNumber=1
PageSize=100
SignatureMethod=HMAC-SHA1
SignatureVersion=1.0
StartTime=2026-07-31T00:00Z
Version=2014-08-15`,
  ]);
});

test("the latest backup: the last three days and a day more", async () => {
  expect(await sent("getLatestBackup", { backupType: "FullBackup", maxAge: "26h" })).toEqual([
    `AccessKeyId=LTAI5tEmulatorOwnerKey00
Action=DescribeBackups
DBInstanceId=rm-bp1shop
EndTime=2026-08-10T12:32Z
Format=JSON
PageNumber=1
PageSize=100
SignatureMethod=HMAC-SHA1
SignatureVersion=1.0
StartTime=2026-08-06T12:00Z
Version=2014-08-15`,
  ]);
});

test("one by its ID: over the whole retention, ten years of 366 days", async () => {
  expect(await sent("getBackup", { backupId: "3" })).toEqual([
    `AccessKeyId=LTAI5tEmulatorOwnerKey00
Action=DescribeBackups
BackupId=3
DBInstanceId=rm-bp1shop
EndTime=2026-08-10T12:32Z
Format=JSON
PageNumber=1
PageSize=100
SignatureMethod=HMAC-SHA1
SignatureVersion=1.0
StartTime=2016-08-02T12:00Z
Version=2014-08-15`,
  ]);
});

test("words in any script arrive as they were written", async () => {
  const [request = ""] = await sent("getBackups", { backupLocation: "备份 +&=%~*'()!" });
  expect(request).toContain("BackupLocation=备份 +&=%~*'()!");
});

describe("every request", () => {
  test("is a POST with everything in its body, so that nothing secret can stand in a URL", async () => {
    await call(openSession(emulator, { settings: demoCredentials.temporary }), "getBackups", { dbInstanceId: SHOP });
    const [request] = emulator.requests();
    expect(request).toMatchObject({ method: "POST", target: "/", status: 200 });
    expect(request?.headers["content-type"]).toMatch(/^application\/x-www-form-urlencoded/);
    expect(request?.body).toContain("SecurityToken=CAISemulatorSecurityToken%2Bnot%2Fa%2Freal%2Fone%3D%3D");
  });

  test("holds no parameter that was not set", async () => {
    const [request = ""] = await sent("getBackups", { backupId: null });
    expect(request).not.toMatch(/BackupId|undefined|null|\[object/);
  });
});
