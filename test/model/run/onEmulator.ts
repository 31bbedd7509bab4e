import type { Emulator } from "../../../emulator/index.ts";
import type { JsonObject } from "../../../provider/core/json.ts";
import { openSession } from "../../support/lookups/lookups.ts";
import { expectedAnswers, type Histories } from "../expect/expectedAnswers.ts";
import { readableOf } from "../rules/fieldValue.ts";
import type { BackupRow, TaskRow } from "../rules/rows.ts";
import { type BackupScenario, INSTANCE, PLAN, type Scenario, START, type TaskScenario } from "../scenario.ts";
import { apiShapes } from "../service/apiShapes.ts";
import { backupWire } from "../service/backupWire.ts";
import { ask } from "./ask.ts";
import type { Comparison } from "./runScenario.ts";
import { taskWriters } from "./tablesFor.ts";

/** What the emulator can show: rows with a beginning, by which it cuts, in a service whose clock is ours. */
export function forEmulator(scenario: BackupScenario | TaskScenario): BackupScenario | TaskScenario {
  const { modes } = scenario.world;
  const clockAhead = modes.clockAhead === undefined ? undefined : 0;
  const world = { ...scenario.world, modes: { ...modes, clockAhead, appliesFilters: true } };
  if (scenario.kind === "backup") {
    const rows = scenario.rows.filter(({ start }) => readableOf(start) !== undefined);
    return { ...scenario, rows, world, ask: withoutFilters(scenario.ask) };
  }
  const rows = scenario.rows.filter(({ created }) => readableOf(created) !== undefined);
  return { ...scenario, rows, world, ask: withoutFilters(scenario.ask) };
}

/** It compares words as they are written. */
function withoutFilters<Ask extends Scenario["ask"]>(asking: Ask): Ask {
  if (asking.form !== "list") return asking;
  return { ...asking, list: { from: asking.list.from, to: asking.list.to } };
}

const orders = { newest: "desc", oldest: "asc", byId: "shuffled", shuffled: "shuffled" } as const;

/** Asks ours over real sockets, and the model. */
export async function runOnEmulator(scenario: BackupScenario | TaskScenario, emulator: Emulator): Promise<Comparison> {
  const { modes } = scenario.world;
  emulator.reset();
  for (const subject of [INSTANCE, PLAN]) emulator.addSubject(subject);
  emulator.setModes({
    order: orders[modes.order],
    timeFilter: modes.rangeOf,
    pageCap: modes.pageCap,
    beyondEnd: modes.beyondEnd === "absent" ? "empty" : modes.beyondEnd,
    counters: modes.counters,
    list: modes.list,
    empty: modes.empty === "object" ? "documented" : modes.empty,
    dateHeader: modes.clockAhead === undefined ? "absent" : "sent",
  });
  const { action } = apiShapes[scenario.kind];
  const subject = scenario.kind === "backupSetDownloadTask" ? PLAN : INSTANCE;
  emulator.add(...wireRows(scenario).map((row) => ({ action, subject, row })));
  const answer = await ask(scenario, openSession(emulator, { now: START }));
  const run = { began: START, ended: START };
  return { ...run, answer, expected: expectedAnswers(scenario, still(scenario), run) };
}

function wireRows(scenario: BackupScenario | TaskScenario): readonly JsonObject[] {
  if (scenario.kind === "backup") return scenario.rows.map((row) => backupWire(row, 0));
  const write = taskWriters[scenario.kind];
  return scenario.rows.map((row) => write(row, 0));
}

/** Nothing changes. */
function still(scenario: BackupScenario | TaskScenario): Histories {
  const always = { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };
  const ofBackups = (rows: readonly BackupRow[]): Histories => ({ kind: "backups", versions: [{ rows, ...always }] });
  const ofTasks = (rows: readonly TaskRow[]): Histories => ({
    kind: "tasks",
    versions: [{ rows, ...always }],
    parents: [],
  });
  return scenario.kind === "backup" ? ofBackups(scenario.rows) : ofTasks(scenario.rows);
}
