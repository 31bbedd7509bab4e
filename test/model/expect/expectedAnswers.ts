import type { Answer } from "../answer.ts";
import type { BackupRow, TaskRow } from "../rules/rows.ts";
import type { Clock } from "../rules/times.ts";
import type { FileScenario, Scenario } from "../scenario.ts";
import type { Version } from "../service/history.ts";
import { backupAnswers } from "./backupAnswer.ts";
import { clocksOf, type Run } from "./clocks.ts";
import { type Mixture, mixtures } from "./mixtures.ts";
import { fileAnswer, taskAnswers } from "./taskAnswer.ts";
import { visibleBackups, visibleMigrateTasks } from "./visible.ts";

/** What the lists were during a run. */
export type Histories =
  | { readonly kind: "backups"; readonly versions: readonly Version<BackupRow>[] }
  | {
      readonly kind: "tasks";
      readonly versions: readonly Version<TaskRow>[];
      readonly parents: readonly Version<TaskRow>[];
    };

/** Every answer that the model allows; undefined when there are too many to look through. */
export function expectedAnswers(scenario: Scenario, histories: Histories, run: Run): ReadonlySet<Answer> | undefined {
  const { modes } = scenario.world;
  const clocks = clocksOf(run, modes.clockAhead);
  if (scenario.kind === "backup") {
    if (histories.kind !== "backups") throw new Error("These are no backups.");
    const lists = mixtures(histories.versions, ({ id }) => id);
    const answersOf = ({ rows }: Mixture<BackupRow>, clock: Clock) =>
      backupAnswers(visibleBackups(rows, modes, clock.searchEnd), scenario, clock);
    return lists && new Set(lists.flatMap((list) => clocks.flatMap((clock) => answersOf(list, clock))));
  }
  if (histories.kind !== "tasks") throw new Error("These are no tasks.");
  const lists = mixtures(histories.versions, taskKey);
  if (scenario.kind === "ossDownload") return lists && fileAnswers(scenario, lists, histories.parents, clocks);
  const visible = (rows: readonly TaskRow[], clock: Clock) =>
    scenario.kind === "migrateTask" ? visibleMigrateTasks(rows, modes, clock.searchEnd) : rows;
  const answers = (list: Mixture<TaskRow>) =>
    clocks.flatMap((clock) => taskAnswers(visible(list.rows, clock), scenario, clock));
  return lists && new Set(lists.flatMap(answers));
}

/** The task is read before its files: a file that is added after it has succeeded cannot be missed then. */
function fileAnswers(
  scenario: FileScenario,
  fileLists: readonly Mixture<TaskRow>[],
  parentVersions: readonly Version<TaskRow>[],
  clocks: readonly Clock[],
): ReadonlySet<Answer> | undefined {
  const { modes } = scenario.world;
  const parentLists = mixtures(parentVersions, taskKey);
  const pairs = parentLists?.flatMap((parents) =>
    fileLists.filter((files) => parents.from < files.until).map((files) => ({ files: files.rows, parents })),
  );
  const answers = pairs?.flatMap(({ files, parents }) =>
    clocks.map((clock) => {
      const tasks = visibleMigrateTasks(parents.rows, modes, clock.searchEnd);
      return fileAnswer({ files, parents: tasks }, scenario, clock);
    }),
  );
  return answers && new Set(answers);
}

function taskKey({ id, mode, created }: TaskRow): string {
  return [id, mode, created].map(String).join(" ");
}
