import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../provider/core/json.ts";
import { deletionRefusal } from "../../provider/gates/deletionRefusal.ts";
import { evaluateGate } from "../../provider/gates/evaluateGate.ts";
import { gateDiffs } from "../../provider/gates/gateDiffs.ts";
import { gates } from "../../provider/gates/gates.ts";
import { recordOfLostPass } from "../../provider/gates/recordOfLostPass.ts";
import type { WithSession } from "../../provider/gates/withSession.ts";
import { sessionWithoutKey } from "../support/lookups/sessionWithoutKey.ts";

const session = sessionWithoutKey();
const withSession: WithSession = (work) => work(session);
/** Nobody may be asked: an answer to a question without one of its conditions would be an answer to another question. */
const noSession: WithSession = () => Promise.reject(new Error("A session was opened."));
const subjects: JsonObject = { dbInstanceId: "rm-1", backupPlanId: "dbs-1" };

describe.each(gates)("W11: an unknown input of $name is part of every question", (gate) => {
  const values = Object.fromEntries(Object.entries(subjects).filter(([name]) => gate.subject.includes(name)));
  const inputs = { values, unknown: new Set(["region"]) };
  const passed = { verdict: "pass", place: "cn-hangzhou" };

  test("none is judged without it", () => {
    expect(() => gate.assessor(inputs, undefined)).toThrow("region: is not known");
  });
  test("nor is the place told where it would be asked", () => {
    expect(() => gate.place(session, inputs)).toThrow("region: is not known");
  });
  test.each([
    ["up", "refused"],
    ["preview", "deferred"],
  ] as const)("%s: %s", async (phase, kind) => {
    const options = { phase, properties: undefined, status: () => undefined, withSession: noSession };

    expect(await evaluateGate(gate, inputs, options)).toMatchObject({
      kind,
      report: expect.stringMatching(/^The gate .* region /),
    });
  });
  test("an evaluation is due, whatever was recorded", async () => {
    for (const record of [passed, { verdict: "off" }]) {
      const deployment = { record, oldInputs: { ...values, region: "cn-hangzhou" }, inputs };
      expect(await gateDiffs(gate, deployment, noSession)).toEqual(["region"]);
      expect(await gateDiffs(gate, { ...deployment, oldInputs: values }, noSession)).toEqual(["region"]);
    }
  });
  test("a refresh keeps the record", async () => {
    expect(await recordOfLostPass(gate, passed, inputs, withSession)).toBeUndefined();
  });
  test("with denyDestroy it cannot be deleted, and the report names the input", async () => {
    const denied = { ...inputs, values: { ...values, denyDestroy: true } };

    expect(await deletionRefusal(gate, { inputs: denied, properties: passed }, withSession)).toContain(
      "its verdict is unknown: region: is not known.",
    );
    const lockUnknown = { inputs: { values, unknown: new Set(["denyDestroy"]) }, properties: passed };
    expect(await deletionRefusal(gate, lockUnknown, withSession)).toContain(
      "its verdict is unknown: denyDestroy: is not known.",
    );
  });
  test("without denyDestroy nothing keeps it from being deleted", async () => {
    expect(await deletionRefusal(gate, { inputs, properties: passed }, noSession)).toBeUndefined();
  });
});
