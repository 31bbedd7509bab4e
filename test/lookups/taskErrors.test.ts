import { beforeEach, describe, expect, test } from "vitest";
import { demoCredentials } from "../../emulator/index.ts";
import type { Settings } from "../../provider/client/settings.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import {
  BILL,
  backupSetDownload,
  downloadTask,
  ERP,
  migrateTask,
  ossDownload,
  PLAN,
} from "../support/fixtures/tasks.ts";
import { call, failure, openSession } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

const emulator = await useEmulator();
beforeEach(() => {
  emulator.add(migrateTask("1", 5), ossDownload("1", "a.bak"), downloadTask("dt-1", 5), backupSetDownload("b1", 5));
});

const ask = (name: string, given: JsonObject, settings: Settings = {}) =>
  call(openSession(emulator, { settings }), name, given);

const lists: readonly [name: string, given: JsonObject, action: string][] = [
  ["getMigrateTasks", { dbInstanceId: ERP }, "rds:DescribeMigrateTasks"],
  ["getOssDownloads", { dbInstanceId: ERP, migrateTaskId: "1" }, "rds:DescribeOssDownloads"],
  ["getDownloadTasks", { dbInstanceId: BILL }, "dbs:DescribeDownloadTask"],
  ["getBackupSetDownloadTasks", { backupPlanId: PLAN }, "dbs:DescribeBackupSetDownloadTaskList"],
];

describe.each(["gateway", "product", "product200"] as const)("a denied permission, told by the %s", (denial) => {
  test.each(lists)("names for %s the RAM action to grant, and is asked once", async (name, given, action) => {
    emulator.setModes({ denial });
    const { message } = await failure(ask(name, given, demoCredentials.powerless));
    expect(message).toContain(`What to do: grant the RAM action ${action} to the user or role of this key.`);
    expect(emulator.requests()).toHaveLength(1);
    expect(message).not.toMatch(/204859361742018501|1718402916350274|LTAI/);
  });
});

test.each<[string, JsonObject, RegExp, RegExp]>([
  [
    "getDownloadTasks",
    { dbInstanceId: BILL },
    /code Request\.Forbidden, HTTP 403/,
    /code Request\.Forbidden, HTTP 200/,
  ],
  [
    "getBackupSetDownloadTasks",
    { backupPlanId: PLAN },
    /code DBS\.NoPermissionException, HTTP 403/,
    /code DBS\.NoPermissionException, HTTP 200/,
  ],
])("%s tells the product's own code, with 403 and with 200", async (name, given, forbidden, ok) => {
  emulator.setModes({ denial: "product" });
  expect((await failure(ask(name, given, demoCredentials.powerless))).message).toMatch(forbidden);
  emulator.setModes({ denial: "product200" });
  expect((await failure(ask(name, given, demoCredentials.powerless))).message).toMatch(ok);
});

describe("one clear error that names what was asked for", () => {
  test.each<[string, string, JsonObject, RegExp]>([
    ["an unknown instance", "getMigrateTasks", { dbInstanceId: "rm-nobody" }, /InvalidDBInstanceName\.NotFound/],
    [
      "an unknown instance",
      "getOssDownloads",
      { dbInstanceId: "rm-nobody", migrateTaskId: "1" },
      /InvalidDBInstanceName\.NotFound/,
    ],
    ["an unknown instance", "getDownloadTasks", { dbInstanceId: "rm-nobody" }, /Forbidden\.InstanceNotFound/],
    [
      "a data source of nobody",
      "getDownloadTasks",
      { datasourceId: "ds-rm-nobody_cn-hangzhou" },
      /Forbidden\.InstanceNotFound/,
    ],
    ["an unknown plan", "getBackupSetDownloadTasks", { backupPlanId: "rm-nobody" }, /Param\.NotFound/],
  ])("%s: %s", async (_, name, given, code) => {
    const { message } = await failure(ask(name, given));
    expect(message).toMatch(code);
    expect(message).toMatch(/^Describe\w+ for (ds-)?rm-nobody\S*( 1)? failed: /);
    expect(message).toMatch(/What to do: check the ID (ds-)?rm-nobody\S*( 1)? and that it lives in region cn-hangzhou/);
    expect(message.match(/What to do/g)).toHaveLength(1);
    expect(emulator.requests()).toHaveLength(1);
  });

  test("an instance in another region than asked", async () => {
    const { message } = await failure(ask("getDownloadTasks", { dbInstanceId: BILL, region: "cn-beijing" }));
    expect(message).toContain("Forbidden.InstanceNotFound");
    expect(message).toContain(`check the ID ${BILL} and that it lives in region cn-beijing`);
    expect(emulator.requests()[0]?.parameters).toMatchObject({ RegionCode: "cn-beijing" });
  });

  test("an instance that really is in the asked region is found there", async () => {
    emulator.reset();
    emulator.add(downloadTask("dt-1", 5, { RegionCode: "cn-beijing" }));
    emulator.addSubject(BILL, "cn-beijing");
    const found = await ask("getDownloadTasks", { dbInstanceId: BILL, region: "cn-beijing" });
    expect(found).toMatchObject({ ids: ["dt-1"], downloadTasks: [{ region: "cn-beijing" }] });
  });

  test.each<readonly [string, string, JsonObject]>([
    ["InvalidMigrateTask", "getOssDownloads", { dbInstanceId: ERP, migrateTaskId: "1" }],
    ["DBS.DownloadTask.CannotFind", "getDownloadTasks", { dbInstanceId: BILL }],
    ["DBS.NotExists", "getDownloadTasks", { dbInstanceId: BILL }],
    ["InvalidJobId", "getBackupSetDownloadTasks", { backupPlanId: PLAN }],
  ])("%s, with HTTP 200 or not", async (code, name, question) => {
    for (const status of [200, 404]) {
      emulator.inject({ kind: "error", status, code });
      expect((await failure(ask(name, question))).message).toContain("What to do: check the ID");
    }
  });
});

describe("Success decides, in text and as a word", () => {
  const noRows: readonly [string, JsonObject, JsonObject][] = [
    ["getDownloadTasks", { dbInstanceId: BILL }, { Data: { TotalElements: 0, Content: { List: [] } } }],
    ["getBackupSetDownloadTasks", { backupPlanId: PLAN }, { TotalElements: 0, Items: "" }],
  ];
  test.each(noRows)("%s: true beside a code and without rows is an error", async (name, given, empty) => {
    const rewrite = (body: JsonObject) => ({ ...body, ...empty, ErrCode: "Param.NotFound", Success: true });
    emulator.inject({ kind: "rewrite", times: 99, rewrite });
    expect((await failure(ask(name, given))).message).toContain("the code Param.NotFound and no rows");
  });
  test.each(lists.slice(2))("%s: true beside a code and with rows is an answer", async (name, given) => {
    for (const Success of [true, "true", "True"]) {
      const rewrite = (body: JsonObject) => ({
        ...body,
        Success,
        Code: "DBS.InternalError",
        ErrCode: "Param.NotFound",
      });
      emulator.inject({ kind: "rewrite", rewrite });
      expect((await ask(name, given)).ids).toHaveLength(1);
    }
  });
  test.each(lists.slice(2))("%s: false is an error, whatever else there is", async (name, given) => {
    for (const Success of [false, "false", "False"]) {
      const rewrite = (body: JsonObject) => ({ ...body, Success, Code: "Success", ErrCode: "Success" });
      emulator.inject({ kind: "rewrite", rewrite });
      expect((await failure(ask(name, given))).message).toContain("failed: ");
    }
  });
});
