import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type Emulator, startEmulator } from "../../emulator/index.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import { type Does, expectation, type Outcome, outcomes } from "../support/gateOutcomes.ts";
import type { Plugin } from "../support/pluginClient.ts";
import { type FakeEngine, startFakeEngine } from "../support/pluginEngine.ts";
import { type Properties, unknownValue } from "../support/pluginProperties.ts";
import { configuredPlugin } from "../support/pluginScene.ts";

let emulator: Emulator;
let engine: FakeEngine;
let plugin: Plugin;
beforeAll(async () => {
  [emulator, engine] = await Promise.all([startEmulator(), startFakeEngine()]);
  plugin = await configuredPlugin(emulator, [engine.address]);
});
beforeEach(() => emulator.reset());
afterAll(async () => {
  await plugin[Symbol.asyncDispose]();
  await engine[Symbol.asyncDispose]();
  await emulator.close();
});

/** Design section 4. For each outcome: in preview and in up, then the same with `waitFor`. */
type Table = Record<Outcome, Record<Cell, Does>>;
type Cell = "preview" | "up" | "preview waitFor" | "up waitFor";

function cells(preview: Does, up: Does, previewWaitFor = preview, upWaitFor = up): Record<Cell, Does> {
  return { preview, up, "preview waitFor": previewWaitFor, "up waitFor": upWaitFor };
}

const deny: Table = {
  pass: cells("passes", "passes"),
  fail: cells("is refused", "is refused", "would wait", "waited"),
  pending: cells("is refused", "is refused", "would wait", "waited"),
  unknown: cells("is refused", "is refused"),
  notEvaluated: cells("tells nothing", "is refused"),
};
const warn: Table = {
  pass: cells("passes", "passes"),
  fail: cells("warns", "warns"),
  pending: cells("warns", "warns"),
  unknown: cells("warns", "warns"),
  notEvaluated: cells("tells nothing", "warns"),
};
const off: Table = {
  pass: cells("is off", "is off"),
  fail: cells("is off", "is off"),
  pending: cells("is off", "is off"),
  unknown: cells("is off", "is off"),
  notEvaluated: cells("tells nothing", "is off"),
};

const everyOutcome: readonly Outcome[] = ["pass", "fail", "pending", "unknown", "notEvaluated"];
const inPreview: readonly Cell[] = ["preview", "preview waitFor"];
const inUp: readonly Cell[] = ["up", "up waitFor"];
const both = (phases: readonly Cell[]) =>
  everyOutcome.flatMap((outcome) => phases.map((cell) => [outcome, cell] as const));

describe.each([
  ["not given", {}, deny],
  ["deny", { enforcement: "deny" }, deny],
  ["warn", { enforcement: "warn" }, warn],
  ["off", { enforcement: "off" }, off],
])("enforcement %s", (_, enforcement, table) => {
  test.each(both([...inPreview, ...inUp]))("%s, %s", (outcome, cell) => evaluate(outcome, cell, enforcement, table));
});

test.each(both([...inPreview, ...inUp]))("an update is no different: %s, %s", (outcome, cell) =>
  evaluate(outcome, cell, { enforcement: "deny" }, deny, "update"),
);

describe("previewEnforcement holds in preview alone", () => {
  describe.each([
    ["deny", "warn", deny, warn],
    ["deny", "off", deny, off],
    ["warn", "deny", warn, deny],
    ["off", "deny", off, deny],
  ])("enforcement %s, previewEnforcement %s", (enforcement, previewEnforcement, upTable, previewTable) => {
    const given = { enforcement, previewEnforcement };
    test.each(both(inPreview))("%s, %s", (outcome, cell) => evaluate(outcome, cell, given, previewTable));
    test.each(both(inUp))("%s, %s", (outcome, cell) => evaluate(outcome, cell, given, upTable));
  });
});

let gatesMade = 0;

/** Creates or updates the gate: what became of it, and what should have. */
async function evaluate(outcome: Outcome, cell: Cell, enforcement: Properties, table: Table, step = "create") {
  const { inputs, says, type = "BackupGate" }: { inputs: Properties; says: string; type?: string } = outcomes[outcome];
  if (outcome === "unknown") emulator.inject({ kind: "error", status: 403, code: "Forbidden.RAM", times: 9 });
  const expected = expectation(table[outcome][cell], outcome, says);
  const news = { ...inputs, ...enforcement, ...(cell.endsWith("waitFor") ? { waitFor: "2h" } : {}) };
  const urn = `urn:pulumi:test::project::alicloud-backups:rds:${type}::gate${gatesMade++}`;
  // The wait of two hours is cut to one second, so that it ends without a pass at once.
  const phase = { preview: cell.startsWith("preview"), timeout: 1 };
  const recorded = { verdict: "pass", backupId: "1", migrateTaskId: "1" };
  const properties =
    step === "create"
      ? plugin.create(news, { ...phase, urn }).then((created) => created.properties)
      : plugin.update({ urn, recorded, before: {}, news }, phase);
  const done = await properties.then(
    (outputs) => ({ refusal: "", outputs: outputsOf(outputs) }),
    (error: Error) => ({ refusal: error.message, outputs: undefined }),
  );
  const told = () =>
    engine.messages.flatMap((each) => (each.urn === urn ? [{ severity: each.severity, message: each.message }] : []));
  await vi.waitFor(() => expect(told()).toEqual(expected.told), 5000);
  expect({ ...done, told: told(), asked: emulator.requests().length > 0 }).toEqual(expected);
}

function outputsOf({ verdict, backupId, migrateTaskId, backup, migrateTask }: JsonObject) {
  const id = backupId ?? (verdict === unknownValue ? migrateTaskId : undefined);
  const records = [backup, migrateTask].filter((record) => record !== undefined && record !== unknownValue);
  expect(records).toHaveLength(verdict === "pass" ? 1 : 0);
  return id === undefined ? { verdict } : { verdict, id };
}
