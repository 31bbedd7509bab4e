import { type Answer, ERROR, listAnswer, newestAnswer, oneAnswer, shownTask } from "../answer.ts";
import { filesVerdict, newestFile } from "../rules/files.ts";
import { gateOutcome } from "../rules/gateOutcome.ts";
import { type ListQuestion, taskList, taskMatches } from "../rules/list.ts";
import { newestTask } from "../rules/newestTask.ts";
import type { TaskRow } from "../rules/rows.ts";
import { newestOfEachId } from "../rules/taskOrder.ts";
import { taskVerdict } from "../rules/taskVerdict.ts";
import type { Clock } from "../rules/times.ts";
import type { FileScenario, TaskScenario } from "../scenario.ts";
import { mayRefuse } from "./mayRefuse.ts";

/** What the model says while these are the tasks. */
export function taskAnswers(rows: readonly TaskRow[], scenario: TaskScenario, clock: Clock): readonly Answer[] {
  const { ask } = scenario;
  const matches = rows.map((row) => ask.form === "list" && taskMatches(row, ask.list));
  return [taskAnswer(rows, scenario, clock), ...mayRefuse(matches)];
}

function taskAnswer(rows: readonly TaskRow[], { kind, ask, world }: TaskScenario, clock: Clock): Answer {
  switch (ask.form) {
    case "list":
      // A service that applies the filters itself sends nothing but what they let through for certain.
      return listOf(world.modes.appliesFilters ? rows.filter((row) => taskMatches(row, ask.list)) : rows, ask.list);
    case "one":
      return theOne(kind === "migrateTask" ? newestOfEachId(rows, clock.now) : rows, ask.id);
    case "newest":
      return newestOrError(newestTask(rows, ask.question, clock));
    case "verdict":
      return taskVerdict(rows, ask.question, clock);
    case "gate":
      return gateOutcome(ask.policy, ask.phase, taskVerdict(rows, ask.question, clock));
  }
}

/** What the model says while these are the files of the task, and these the tasks. */
export function fileAnswer(
  { files, parents }: { readonly files: readonly TaskRow[]; readonly parents: readonly TaskRow[] },
  { ask }: FileScenario,
  { now }: Clock,
): Answer {
  switch (ask.form) {
    case "list":
      return listOf(files, ask.list);
    case "one":
      return theOne(files, ask.id);
    case "newest":
      return newestOrError(newestFile(files, ask.question, now));
    case "verdict":
      return filesVerdict(files, parents, ask.question, now);
    case "gate":
      return gateOutcome(ask.policy, ask.phase, filesVerdict(files, parents, ask.question, now));
  }
}

function listOf(rows: readonly TaskRow[], question: ListQuestion): Answer {
  const list = taskList(rows, question);
  return list ? listAnswer(list.map(shownTask)) : ERROR;
}

/** Several of one name are an error. */
function theOne(rows: readonly TaskRow[], id: string): Answer {
  const [one, ...others] = rows.filter((row) => row.id === id);
  return one && others.length === 0 ? oneAnswer(shownTask(one)) : ERROR;
}

function newestOrError(id: string | undefined): Answer {
  return id === undefined ? ERROR : newestAnswer(id, undefined);
}
