import fc from "fast-check";
import type { BackupQuestion } from "../rules/backupQuestion.ts";
import type { ListQuestion } from "../rules/list.ts";
import type { TaskQuestion } from "../rules/taskQuestion.ts";
import type { TaskKind } from "../rules/taskStates.ts";
import { DAY } from "../rules/times.ts";
import type { BackupScenario, FileScenario, Scenario, TaskScenario, World } from "../scenario.ts";
import type { Change } from "../service/history.ts";
import { backupEdit, backupRows, newBackup, withIncrements } from "./backupRows.ts";
import { endingTask } from "./endingTask.ts";
import { CHAIN_ID, someId } from "./ids.ts";
import { seldom } from "./pools.ts";
import { asks, backupQuestion, fileQuestion, taskQuestion, timeRange } from "./questions.ts";
import { fileName, newTask, parentTasks, type TaskTable, taskEdit, taskRows } from "./taskRows.ts";
import { changesOf } from "./worlds.ts";

/** Which scenarios: with what world, and whether lists change while they are read. */
export interface Setting {
  readonly world: fc.Arbitrary<World>;
  readonly changing: boolean;
}

const pageSize = seldom(fc.constantFrom(30, 50, 100));

/** Scenarios of every operation, those of backups most of all. */
export function scenarios(setting: Setting): fc.Arbitrary<Scenario> {
  return fc.oneof(
    { weight: 5, arbitrary: backupScenarios(setting) },
    { weight: 2, arbitrary: taskScenarios("migrateTask", setting) },
    { weight: 2, arbitrary: taskScenarios("downloadTask", setting) },
    { weight: 1, arbitrary: taskScenarios("backupSetDownloadTask", setting) },
    { weight: 2, arbitrary: fileScenarios(setting) },
  );
}

function backupScenarios({ world, changing }: Setting): fc.Arbitrary<BackupScenario> {
  const filters = fc.record({
    id: seldom(seldom(someId)),
    status: seldom(fc.constantFrom("Success", "Failed")),
    mode: seldom(fc.constantFrom("Automated", "Manual")),
    type: seldom(fc.constantFrom("FullBackup", "IncrementalBackup")),
  });
  const list = narrowed(timeRange(Number.POSITIVE_INFINITY), filters);
  const scenario = fc.record<BackupScenario>({
    kind: fc.constant("backup"),
    rows: backupRows,
    changes: changing ? changesOf(newBackup, backupEdit) : unchanging(),
    ask: asks(backupQuestion(someId), { list, id: someId, newest: newestBackupQuestion, pageSize, changing }),
    world,
  });
  return fc.tuple(scenario, fc.nat({ max: 3 })).map(([each, chance]) => (chance === 3 ? inChains(each) : each));
}

/** With incremental backups, and a question for these. */
function inChains(scenario: BackupScenario): BackupScenario {
  const { ask } = scenario;
  const rows = withIncrements(scenario.rows);
  if (!("question" in ask)) return { ...scenario, rows };
  return { ...scenario, rows, ask: { ...ask, question: { ...ask.question, backupType: "FullOrIncremental" } } };
}

/** What `getLatestBackup` takes. */
function newestBackupQuestion(question: BackupQuestion): BackupQuestion {
  const none = undefined;
  return { ...question, minCount: none, minSize: none, maxShrink: none, noFailureSinceSuccess: none };
}

function taskScenarios(kind: TaskKind, { world, changing }: Setting): fc.Arbitrary<TaskScenario> {
  const id = kind === "migrateTask" ? fc.oneof(someId, fc.constant(CHAIN_ID)) : someId;
  const words = fc.record({
    status: seldom(fc.constantFrom("finished", "failed", "queueing", "running")),
    backupSet: seldom(fc.constantFrom("1", "2")),
  });
  const filters: Readonly<Record<TaskKind, fc.Arbitrary<ListQuestion>>> = {
    migrateTask: timeRange(6 * DAY),
    downloadTask: narrowed(timeRange(Number.POSITIVE_INFINITY), words),
    backupSetDownloadTask: fc.record({ id: seldom(id) }),
  };
  const newest = (question: TaskQuestion): TaskQuestion => ({ ...question, taskId: undefined });
  return fc.record<TaskScenario>({
    kind: fc.constant(kind),
    rows: taskRows(kind),
    changes: taskChanges(kind, changing),
    ask: asks(taskQuestion(kind, id), { list: filters[kind], id, newest, pageSize, changing }),
    world,
  });
}

function fileScenarios({ world, changing }: Setting): fc.Arbitrary<FileScenario> {
  const parents = fc.record({ rows: parentTasks, changes: taskChanges("migrateTask", changing) });
  const data = fc.record({ rows: taskRows("ossDownload"), changes: taskChanges("ossDownload", changing), parents });
  const ask = asks(fileQuestion, {
    list: fc.constant({}),
    id: someId.map(fileName),
    newest: ({ taskId, stage, maxAge }) => ({ taskId, stage, maxAge }),
    pageSize: fc.constant(undefined),
    changing,
  });
  return fc
    .tuple(changing ? fc.oneof(data, endingTask) : data, ask, world)
    .map(([lists, asking, around]) => ({ kind: "ossDownload", ...lists, ask: asking, world: around }));
}

function taskChanges(kind: TaskTable, changing: boolean) {
  return changing ? changesOf(newTask(kind), taskEdit(kind)) : unchanging();
}

function unchanging(): fc.Arbitrary<readonly Change<never>[]> {
  return fc.constant([]);
}

function narrowed(range: fc.Arbitrary<ListQuestion>, words: fc.Arbitrary<ListQuestion>): fc.Arbitrary<ListQuestion> {
  return fc.tuple(range, words).map(([times, filters]) => ({ ...times, ...filters }));
}
