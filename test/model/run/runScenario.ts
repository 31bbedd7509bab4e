import { SimulatedTime } from "../../support/network/SimulatedTime.ts";
import type { Answer } from "../answer.ts";
import type { Run } from "../expect/clocks.ts";
import { expectedAnswers, type Histories } from "../expect/expectedAnswers.ts";
import type { BackupScenario, FileScenario, Scenario, TaskScenario } from "../scenario.ts";
import { START } from "../scenario.ts";
import { apiShapes } from "../service/apiShapes.ts";
import { simulateService } from "../service/simulateService.ts";
import { ask } from "./ask.ts";
import { sessionOn } from "./sessionOn.ts";
import { backupTable, taskTable } from "./tablesFor.ts";

/** What ours answered, and what the model allows. */
export interface Comparison extends Run {
  readonly answer: Answer;
  /** Undefined where there were too many to look through. */
  readonly expected: ReadonlySet<Answer> | undefined;
}

/** Asks ours about a scenario, and the model. */
export async function runScenario(scenario: Scenario): Promise<Comparison> {
  const { tables, histories } = lists(scenario);
  const { world } = scenario;
  const time = new SimulatedTime(START, world.seed);
  const send = simulateService({ time, tables, outages: world.outages, latencies: world.latencies });
  const answer = await time.during(ask(scenario, sessionOn(send, time)));
  const run = { began: START, ended: time.now };
  return { ...run, answer, expected: expectedAnswers(scenario, histories(), run) };
}

function lists(scenario: Scenario) {
  return scenario.kind === "backup" ? backupLists(scenario) : taskLists(scenario);
}

function backupLists(scenario: BackupScenario) {
  const backups = backupTable(scenario);
  const histories = (): Histories => ({ kind: "backups", versions: backups.versions });
  return { tables: { [apiShapes.backup.action]: backups }, histories };
}

function taskLists(scenario: TaskScenario | FileScenario) {
  const tasks = taskTable(scenario.kind, scenario, scenario.world);
  const none = { rows: [], changes: [] };
  const parents = taskTable("migrateTask", scenario.kind === "ossDownload" ? scenario.parents : none, scenario.world);
  const tables = { [apiShapes.migrateTask.action]: parents, [apiShapes[scenario.kind].action]: tasks };
  const histories = (): Histories => ({ kind: "tasks", versions: tasks.versions, parents: parents.versions });
  return { tables, histories };
}
