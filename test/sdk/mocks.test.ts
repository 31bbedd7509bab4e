import * as pulumi from "@pulumi/pulumi";
import { beforeEach, describe, expect, test } from "vitest";
import { Provider, rds } from "../../sdk/index.ts";

// How users test their own programs: no engine, no plugin.
const calls: pulumi.runtime.MockCallArgs[] = [];
const resources: pulumi.runtime.MockResourceArgs[] = [];
let answer: Record<string, unknown> = {};

beforeEach(async () => {
  calls.length = 0;
  resources.length = 0;
  answer = { backupId: "1", dbInstanceId: "rm-prod", region: "cn-hangzhou" };
  await pulumi.runtime.setMocks({
    call: (args) => {
      calls.push(args);
      return answer;
    },
    newResource: (args) => {
      resources.push(args);
      return { id: args.name, state: { ...args.inputs, verdict: "pass", backupId: "1" } };
    },
  });
});

describe("functions under setMocks", () => {
  const args = { dbInstanceId: "rm-prod", maxAge: "26h" };

  test("the plain form: the mock gets the program's arguments, and the program its answer", async () => {
    const latest = await rds.getLatestBackup(args);

    expect(latest).toEqual(answer);
    expect(calls).toEqual([expect.objectContaining({ token: "alicloud-backups:rds:getLatestBackup", inputs: args })]);
  });

  test("the Output form: the same", async () => {
    const latest = await known(rds.getLatestBackupOutput({ ...args, dbInstanceId: pulumi.output("rm-prod") }));

    expect(latest).toEqual(answer);
    expect(calls).toEqual([expect.objectContaining({ token: "alicloud-backups:rds:getLatestBackup", inputs: args })]);
  });

  test.each([
    ["getBackups", () => known(rds.getBackupsOutput({ dbInstanceId: "rm-prod" }))],
    ["getBackup", () => known(rds.getBackupOutput({ dbInstanceId: "rm-prod", backupId: "1" }))],
    ["getBackupReadiness", () => known(rds.getBackupReadinessOutput({ dbInstanceId: "rm-prod" }))],
  ])("%s has its own token, and nothing is added to its arguments", async (name, call) => {
    await call();

    expect(calls.map(({ token }) => token)).toEqual([`alicloud-backups:rds:${name}`]);
    expect(JSON.stringify(calls)).not.toContain("__");
  });

  test("an empty answer is no backup: the plain form fails, the Output form is unknown in preview", async () => {
    await pulumi.runtime.setMocks(
      { call: () => ({}), newResource: () => ({ id: "id", state: {} }) },
      "project",
      "stack",
      true,
    );

    await expect(rds.getLatestBackup(args)).rejects.toThrow("not evaluated");
    expect(await Reflect.get(rds.getLatestBackupOutput(args), "isKnown")).toBe(false);
  });
});

describe("resources under setMocks", () => {
  test("a gate has the type and the inputs that were asked for", async () => {
    const gate = new rds.BackupGate("fresh", { dbInstanceId: "rm-prod", maxAge: "26h", enforcement: "warn" });

    expect(await known(gate.verdict)).toBe("pass");
    expect(await known(gate.backupId)).toBe("1");
    expect(resources).toEqual([
      expect.objectContaining({
        type: "alicloud-backups:rds:BackupGate",
        name: "fresh",
        inputs: { dbInstanceId: "rm-prod", maxAge: "26h", enforcement: "warn" },
      }),
    ]);
  });

  test("a provider keeps its keys secret, and passes structured settings as the engine wants them", async () => {
    const provider = new Provider("backups", {
      region: "cn-hangzhou",
      accessKey: "anAccessKey",
      secretKey: "aSecretKey",
      endpoints: { rds: "http://127.0.0.1:4010" },
      skipRegionValidation: true,
      maxRetryTimeout: 30,
    });
    await known(provider.urn);

    const [{ inputs } = { inputs: {} }] = resources;
    expect(inputs).toMatchObject({
      region: "cn-hangzhou",
      accessKey: expect.objectContaining({ value: "anAccessKey" }),
      secretKey: expect.objectContaining({ value: "aSecretKey" }),
      endpoints: JSON.stringify({ rds: "http://127.0.0.1:4010" }),
      skipRegionValidation: "true",
      maxRetryTimeout: "30",
    });
  });
});

function known<T>(output: pulumi.Output<T>): Promise<T> {
  return new Promise((resolve) => {
    output.apply(resolve);
  });
}
