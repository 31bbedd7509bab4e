import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../emulator/index.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import { arrange, expectation, type Outcome, outcomes } from "../support/gateOutcomes.ts";
import { type Cell, gateOutcomesTable, type Table } from "../support/gateOutcomesTable.ts";
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
afterAll(async () => {
  await plugin[Symbol.asyncDispose]();
  await engine[Symbol.asyncDispose]();
  await emulator.close();
});

const everyOutcome: readonly Outcome[] = ["pass", "fail", "pending", "unknown", "notEvaluated"];
const cells: readonly Cell[] = ["preview", "preview waitFor", "up", "up waitFor"];
const everyCell = everyOutcome.flatMap((outcome) => cells.map((cell) => [outcome, cell] as const));

describe.each([
  ["not given", {}, gateOutcomesTable("deny")],
  ["deny", { enforcement: "deny" }, gateOutcomesTable("deny")],
  ["warn", { enforcement: "warn" }, gateOutcomesTable("warn")],
  ["off", { enforcement: "off" }, gateOutcomesTable("off")],
])("enforcement %s", (_, enforcement, table) => {
  test.each(everyCell)("%s, %s", (outcome, cell) => evaluate(outcome, cell, enforcement, table));
});

test.each(everyCell)("an update is no different: %s, %s", (outcome, cell) =>
  evaluate(outcome, cell, { enforcement: "deny" }, gateOutcomesTable("deny"), "update"),
);

describe("previewEnforcement holds in preview alone", () => {
  describe.each([
    ["deny", "warn"],
    ["deny", "off"],
    ["warn", "deny"],
    ["warn", "off"],
    ["off", "deny"],
    ["off", "warn"],
  ] as const)("enforcement %s, previewEnforcement %s", (enforcement, previewEnforcement) => {
    const table = gateOutcomesTable(enforcement, previewEnforcement);
    test.each(everyCell)("%s, %s", (outcome, cell) =>
      evaluate(outcome, cell, { enforcement, previewEnforcement }, table),
    );
  });
});

let gatesMade = 0;

/** Creates or updates the gate: what became of it, and what should have. */
async function evaluate(outcome: Outcome, cell: Cell, enforcement: Properties, table: Table, step = "create") {
  const { inputs, says, type = "BackupGate" }: { inputs: Properties; says: string; type?: string } = outcomes[outcome];
  arrange(emulator, outcome);
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
  // What a gate has to say it has said when it answers: the engine may end the plugin at once.
  const told = engine.messages.flatMap((each) =>
    each.urn === urn ? [{ severity: each.severity, message: each.message }] : [],
  );
  expect({ ...done, told, asked: emulator.requests().length > 0 }).toEqual(expected);
}

function outputsOf({ verdict, backupId, migrateTaskId, backup, migrateTask }: JsonObject) {
  const id = backupId ?? (verdict === unknownValue ? migrateTaskId : undefined);
  const records = [backup, migrateTask].filter((record) => record !== undefined && record !== unknownValue);
  expect(records).toHaveLength(verdict === "pass" ? 1 : 0);
  return id === undefined ? { verdict } : { verdict, id };
}
