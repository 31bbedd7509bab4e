import * as pulumi from "@pulumi/pulumi";
import { beforeEach, describe, expect, test } from "vitest";
import { checkOptions } from "../../sdk/guard/checkOptions.ts";
import { judgeStep } from "../../sdk/guard/judgeStep.ts";

const type = "alicloud:rds/instance:Instance";
const step = { urn: "urn", name: "db", type, id: "rm-1", oldOutputs: { zoneId: "cn-hangzhou-h" } } as const;
const refusal = { evaluated: true, verdict: "fail", report: "rm-1: no good backup" };

/** What the provider answers to a function of that name, and what it was asked. */
let answers: Record<string, object>;
let calls: { readonly name: string; readonly inputs: object }[];
beforeEach(() => {
  answers = { getBackupReadiness: refusal };
  calls = [];
});

async function start(preview = false): Promise<void> {
  const call = ({ token, inputs }: pulumi.runtime.MockCallArgs) => {
    const name = token.split(":").at(-1) ?? "";
    calls.push({ name, inputs });
    const answer = answers[name];
    if (answer === undefined) throw Object.assign(new Error("down"), { details: "the service cannot be asked" });
    return answer;
  };
  const newResource = ({ inputs }: pulumi.runtime.MockResourceArgs) => ({ id: "id", state: inputs });
  await pulumi.runtime.setMocks({ call, newResource }, "project", "stack", preview);
}

describe("a guard that denies", () => {
  beforeEach(() => start());

  test("lets a pass go on, of the step's own instance in its own region", async () => {
    answers.getBackupReadiness = { evaluated: true, verdict: "pass", report: "fine" };
    await judgeStep({ maxAge: "26h" }, step);
    expect(calls).toEqual([
      { name: "getBackupReadiness", inputs: { dbInstanceId: "rm-1", region: "cn-hangzhou", maxAge: "26h" } },
    ]);
  });

  test.each(["fail", "pending", "unknown"])("stops a verdict of %s", async (verdict) => {
    answers.getBackupReadiness = { ...refusal, verdict };
    await expect(judgeStep({}, step)).rejects.toThrow("rm-1: no good backup");
  });

  test("stops what was not evaluated, whatever it says", async () => {
    answers.getBackupReadiness = { verdict: "pass" };
    await expect(judgeStep({}, step)).rejects.toThrow("rm-1: the backups were not evaluated.");
  });

  test("stops when the service cannot be asked, or nobody can", async () => {
    const obstacle = new Error("no provider");
    await expect(judgeStep({}, step, { obstacle })).rejects.toThrow("no provider");
    answers = {};
    await expect(judgeStep({}, step)).rejects.toThrow("the service cannot be asked");
  });

  test("stops where it cannot be told which instance it is", async () => {
    await expect(judgeStep({}, { ...step, id: "" })).rejects.toThrow("it cannot be told which RDS instance this is");
    expect(calls).toEqual([]);
  });

  test("asks about another instance without the region of the step's own", async () => {
    await expect(judgeStep({}, step, { explicitId: "rm-2" })).rejects.toThrow("rm-1: no good backup");
    expect(calls.map(({ inputs }) => inputs)).toEqual([{ dbInstanceId: "rm-2" }]);
  });
});

describe("newInstances allow", () => {
  beforeEach(() => start());
  const created = { ...step, oldOutputs: { ...step.oldOutputs, createTime: "2026-08-01T02:03:04Z" } };
  const ask = { newInstances: "allow", newFor: "7d" } as const;

  test("is part of the one question, with what makes the instance old", async () => {
    await expect(judgeStep(ask, created)).rejects.toThrow("no good backup");
    const inputs = { dbInstanceId: "rm-1", region: "cn-hangzhou", ...ask, createTime: "2026-08-01T02:03:04Z" };
    expect(calls).toEqual([{ name: "getBackupReadiness", inputs }]);
  });

  test("a createTime that is a secret is told as one that cannot be read, and none is not told", async () => {
    const secretly = { ...step, oldOutputs: { createTime: pulumi.secret("2026-08-01T02:03:04Z") } };
    await expect(judgeStep(ask, secretly)).rejects.toThrow("no good backup");
    await expect(judgeStep(ask, { ...step, oldOutputs: { createTime: "" } })).rejects.toThrow("no good backup");
    expect(calls.map(({ inputs }) => inputs)).toEqual([
      { dbInstanceId: "rm-1", ...ask, createTime: "not a text" },
      { dbInstanceId: "rm-1", ...ask },
    ]);
  });

  test("tells nothing of the age of another instance", async () => {
    await expect(judgeStep(ask, created, { explicitId: "rm-2" })).rejects.toThrow("no good backup");
    expect(calls.map(({ inputs }) => inputs)).toEqual([{ dbInstanceId: "rm-2", ...ask }]);
  });

  test("by default the age is not even told", async () => {
    await expect(judgeStep({}, created)).rejects.toThrow("no good backup");
    expect(calls.map(({ inputs }) => inputs)).toEqual([{ dbInstanceId: "rm-1", region: "cn-hangzhou" }]);
  });
});

describe("an update", () => {
  beforeEach(() => start());
  const inputs = { tags: { a: "1" }, instanceStorage: 50 };

  test("of tags and description alone asks nothing", async () => {
    await judgeStep({}, { ...step, oldInputs: inputs, newInputs: { ...inputs, tags: {}, description: "shop" } });
    expect(calls).toEqual([]);
  });

  test("of tags and more is asked about, and so is one in which no change is seen", async () => {
    const newInputs = { tags: {}, instanceStorage: 100 };
    await expect(judgeStep({}, { ...step, oldInputs: inputs, newInputs })).rejects.toThrow("no good backup");
    await expect(judgeStep({}, { ...step, oldInputs: inputs, newInputs: inputs })).rejects.toThrow("no good backup");
  });
});

describe("previewEnforcement", () => {
  const question = { enforcement: "deny", previewEnforcement: "warn" } as const;

  test("holds in preview", async () => {
    await start(true);
    await judgeStep(question, step);
    expect(calls).toHaveLength(1);
  });

  test("does not hold in up", async () => {
    await start(false);
    await expect(judgeStep(question, step)).rejects.toThrow("no good backup");
  });
});

describe("options", () => {
  test.each([
    { enforcement: "Deny" },
    { previewEnforcement: "none" },
    { newInstances: "yes" },
    { on: ["update", "remove"] },
    { on: [] },
    { on: [undefined] },
    { ignoreProperties: "tags" },
  ])("%o are refused", (options) => {
    expect(() => checkOptions(options)).toThrow(`${Object.keys(options)[0]}: expected`);
  });

  test("that are right are not", () => {
    expect(() => checkOptions({ enforcement: "warn", on: ["delete"], ignoreProperties: ["tags"] })).not.toThrow();
  });
});
