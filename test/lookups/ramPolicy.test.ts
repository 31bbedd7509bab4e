import { describe, expect, test } from "vitest";
import { type Credential, demoCredentials, startEmulator } from "../../emulator/index.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import { type RamName, ramPolicy } from "../../sdk/ramPolicy.ts";
import { call, openSession } from "../support/lookups/lookups.ts";

const rds = { dbInstanceId: "rm-bp1shop0healthy01" };
const files = { dbInstanceId: "rm-bp1erp00migrate01", migrateTaskId: "564522097" };
const plan = { backupPlanId: "dbs1shop0plan01" };

const calls: readonly [RamName, JsonObject][] = [
  ["rds.getBackups", rds],
  ["rds.getLatestBackup", rds],
  ["rds.getBackupReadiness", rds],
  ["rds.getMigrateTasks", { dbInstanceId: files.dbInstanceId }],
  ["rds.getMigrateTaskReadiness", { dbInstanceId: files.dbInstanceId }],
  ["rds.getOssDownloads", files],
  ["rds.getOssDownloadReadiness", files],
  ["dbs.getDownloadTasks", { dbInstanceId: "rm-bp1bill00export01" }],
  ["dbs.getDownloadTaskReadiness", { dbInstanceId: "rm-bp1bill00export01" }],
  ["dbs.getBackupSetDownloadTasks", plan],
  ["dbs.getBackupSetDownloadTaskReadiness", plan],
];

const everything = new Set(calls.flatMap(([name]) => actionsOf(name)));

function actionsOf(name: RamName): readonly string[] {
  return ramPolicy([name]).Statement.flatMap(({ Action }) => Action);
}

/** Asks with a key that may do nothing but these, and tells the text of the answer or of the error. */
async function answer(name: RamName, args: JsonObject, allowed: readonly string[]): Promise<string> {
  const key: Credential = {
    ...demoCredentials.owner,
    denied: [...everything].filter((each) => !allowed.includes(each)),
  };
  await using emulator = await startEmulator({ credentials: [key] });
  const reply = call(openSession(emulator, { now: Date.now() }), name.split(".")[1] ?? "", args);
  return await reply.then(
    (result) => JSON.stringify(result),
    (error: unknown) => String(error),
  );
}

describe.each(calls)("%s", (name, args) => {
  test("needs no more than its policy allows", async () => {
    expect(await answer(name, args, actionsOf(name))).not.toMatch(/RAM action|Forbidden/);
  });

  test.each(actionsOf(name).map((action) => ({ action })))("needs $action", async ({ action }) => {
    const others = actionsOf(name).filter((each) => each !== action);
    expect(await answer(name, args, others)).toContain(`grant the RAM action ${action}`);
  });
});

test("the policy of several functions has each action once, in order", () => {
  expect(ramPolicy(["rds.getOssDownloadReadiness", "guardDatabases", "backupHook", "rds.BackupGate"])).toEqual({
    Version: "1",
    Statement: [
      {
        Effect: "Allow",
        Action: ["rds:DescribeBackups", "rds:DescribeMigrateTasks", "rds:DescribeOssDownloads"],
        Resource: "*",
      },
    ],
  });
});

test("a name that a JavaScript program misspells is an error that tells it", () => {
  const names: RamName[] = JSON.parse('["rds.getBackupss"]');
  expect(() => ramPolicy(names)).toThrow('there is no "rds.getBackupss"');
});
