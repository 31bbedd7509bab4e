import * as pulumi from "@pulumi/pulumi";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
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

describe("an override", () => {
  const hour = 3_600_000;
  const reason = "RDS is down, CHG-1234";
  const until = (ms: number) => ({ override: { reason, until: new Date(Date.now() + ms).toISOString() } });
  const warn = vi.spyOn(pulumi.log, "warn");
  beforeEach(async () => {
    warn.mockReset().mockResolvedValue(undefined);
    await start();
  });
  afterEach(() => warn.mockReset());

  test.each(["fail", "pending", "unknown"])("lets a verdict of %s go on, with report and reason", async (verdict) => {
    answers.getBackupReadiness = { ...refusal, verdict, evaluatedAt: new Date().toISOString() };
    await judgeStep(until(hour), step);
    expect(warn.mock.calls).toEqual([
      [
        expect.stringMatching(
          /^db: rm-1: no good backup\n {2}Let through by an override until .*: RDS is down, CHG-1234$/,
        ),
      ],
    ]);
    // The provider is asked what it is asked otherwise.
    expect(calls.map(({ inputs }) => inputs)).toEqual([{ dbInstanceId: "rm-1", region: "cn-hangzhou" }]);
  });

  test("lets go on in preview, and when nobody can be asked", async () => {
    await start(true);
    await judgeStep(until(hour), step);
    await judgeStep(until(hour), step, { obstacle: new Error("no provider") });
    answers = {};
    await judgeStep(until(hour), step);
    expect(warn.mock.calls.flat()).toEqual([
      expect.stringContaining("no good backup"),
      expect.stringContaining("no provider"),
      expect.stringContaining("the service cannot be asked"),
    ]);
    for (const [message] of warn.mock.calls) expect(message).toContain(reason);
  });

  test("that has ended stops the step, and says when it ended", async () => {
    const ended = /The override ended at .* and counts no more/;
    await expect(judgeStep(until(-hour), step)).rejects.toThrow(ended);
    await expect(judgeStep(until(-hour), step)).rejects.toThrow("rm-1: no good backup");
    await expect(judgeStep(until(-hour), step, { obstacle: new Error("no provider") })).rejects.toThrow(ended);
    expect(warn).not.toHaveBeenCalled();
  });

  test("that has ended by the service's clock is not brought back by the local one", async () => {
    answers.getBackupReadiness = { ...refusal, evaluatedAt: new Date(Date.now() + 2 * hour).toISOString() };
    await expect(judgeStep(until(hour), step)).rejects.toThrow("The override ended at");
  });

  test("that would last longer than 7 days is an error, under warn too", async () => {
    const tooLong = until(8 * 24 * hour);
    await expect(judgeStep(tooLong, step)).rejects.toThrow("db: override.until: ");
    await expect(judgeStep({ ...tooLong, enforcement: "warn" }, step)).rejects.toThrow("more than 7 days after now");
  });

  test("says nothing of a pass", async () => {
    answers.getBackupReadiness = { evaluated: true, verdict: "pass", report: "fine" };
    await judgeStep(until(hour), step);
    expect(warn).not.toHaveBeenCalled();
  });

  test.each([
    [{ until: "2026-08-01T18:00:00Z" }, "override.reason: is required."],
    [{ reason: " ", until: "2026-08-01T18:00:00Z" }, "override.reason: expected why the gate may be passed, in words"],
    [{ reason }, "override.until: is required."],
    [{ reason, until: "2026-08-01" }, "override.until: expected a time with its zone"],
    [{ reason, until: "2026-08-01T18:00:00Z", by: "me" }, "override: has no member by"],
    ["2026-08-01T18:00:00Z", "override: expected { reason, until }"],
    [null, "override: expected { reason, until }"],
    [[], "override: expected { reason, until }"],
  ])("%j is refused at once", (override, says) => {
    expect(() => checkOptions({ override })).toThrow(says);
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
