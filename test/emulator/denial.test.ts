import { describe, expect, test } from "vitest";
import { demoCredentials, startEmulator } from "../../emulator/index.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { ask } from "./ask.ts";

type Parameters = Readonly<Record<string, string>>;

const emulator = await useEmulator(startEmulator);

const migrateTasks: Parameters = {
  Action: "DescribeMigrateTasks",
  Version: "2014-08-15",
  DBInstanceId: "rm-bp1erp00migrate01",
};
const downloads: Parameters = {
  Action: "DescribeDownloadTask",
  Version: "2021-01-01",
  RegionCode: "cn-hangzhou",
  InstanceName: "rm-bp1bill00export01",
};
const sets: Parameters = {
  Action: "DescribeBackupSetDownloadTaskList",
  Version: "2019-03-06",
  BackupPlanId: "dbs1shop0plan01",
};

describe("a key without permission", () => {
  const denied = async (parameters: Parameters) => {
    const { status, body } = await ask(emulator, parameters, { key: demoCredentials.powerless });
    return { status, ...body };
  };
  test("is refused by the gateway, unless the product does it", async () => {
    expect(await denied(downloads)).toMatchObject({ status: 403, Code: "Forbidden.RAM" });
    expect(await denied(sets)).toMatchObject({ status: 403, Code: "Forbidden.RAM" });
  });
  test.each([
    ["product", 403],
    ["product200", 200],
  ] as const)("is refused in mode %s with %i by DBS, and as ever by RDS", async (denial, status) => {
    emulator.setModes({ denial });
    expect(await denied(downloads)).toMatchObject({ status, Success: "false", Code: "Request.Forbidden" });
    expect(await denied(sets)).toMatchObject({ status, Success: false, ErrCode: "DBS.NoPermissionException" });
    expect(await denied(migrateTasks)).toMatchObject({ status: 403, Code: "Forbidden.RAM" });
  });
});
