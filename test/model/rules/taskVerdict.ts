import { readableOf, unreadable } from "./fieldValue.ts";
import type { TaskRow } from "./rows.ts";
import { creationTime, mayBeNewest, newestOfEachId } from "./taskOrder.ts";
import { isInScope, type TaskQuestion } from "./taskQuestion.ts";
import { stateVerdict, taskStates } from "./taskStates.ts";
import { type Clock, LOOKBACK } from "./times.ts";
import { type Verdict, worst } from "./verdict.ts";

/**
 * The named task, or the newest task of every database, whatever its state: a newer one that failed counts more than an
 * older one that succeeded, and of a chain of full and incremental tasks the last one counts.
 */
export function taskVerdict(tasks: readonly TaskRow[], question: TaskQuestion, clock: Clock): Verdict {
  const inScope = tasksInReach(tasks, question, clock).filter((task) => isInScope(task, question) !== false);
  const { taskId } = question;
  const counted =
    taskId === undefined
      ? newestOfEachDatabase(inScope, question, clock.now)
      : inScope.filter(({ id }) => id === taskId);
  if (counted.length === 0) return "fail";
  return worst(counted.map((task) => oneVerdict(task, question, clock.now)));
}

/** A named task is looked for as far back as the service remembers. */
export function tasksInReach(
  tasks: readonly TaskRow[],
  { kind, taskId, lookback = LOOKBACK, maxAge = 0 }: TaskQuestion,
  { now, searchEnd }: Clock,
): readonly TaskRow[] {
  const current = kind === "migrateTask" ? newestOfEachId(tasks, now) : tasks;
  if (taskId !== undefined || kind === "backupSetDownloadTask") return current;
  const oldest = searchEnd - Math.max(lookback, maxAge);
  return current.filter(({ created }) => (readableOf(created) ?? oldest) >= oldest);
}

export function oneVerdict(task: TaskRow, question: TaskQuestion, now: number): Verdict {
  const scope = isInScope(task, question) === undefined ? "unknown" : "pass";
  return worst([scope, stateVerdict(taskStates[question.kind], task.status), ageVerdict(task, question.maxAge, now)]);
}

/** An age that cannot be told is not young enough. */
export function ageVerdict(task: TaskRow, maxAge: number | undefined, now: number): Verdict {
  if (maxAge === undefined) return "pass";
  const created = creationTime(task, now);
  if (created === undefined) return "unknown";
  return now - created <= maxAge ? "pass" : "fail";
}

/** A task whose databases cannot be read may be of any: it stands for itself. Those that name none are of one. */
function newestOfEachDatabase(tasks: readonly TaskRow[], question: TaskQuestion, now: number): readonly TaskRow[] {
  const groups = new Map<string, TaskRow[]>();
  for (const task of tasks) {
    for (const name of groupNames(task, question)) groups.set(name, [...(groups.get(name) ?? []), task]);
  }
  return [...new Set([...groups.values()].flatMap((group) => mayBeNewest(group, now)))];
}

function groupNames({ id, databases }: TaskRow, { databaseName }: TaskQuestion): readonly string[] {
  if (databaseName !== undefined) return ["the database that is asked about"];
  if (databases === unreadable) return [`the unreadable databases of ${id}`];
  const names = databases ?? [];
  return names.length === 0 ? ["no database"] : names.map((name) => `database ${name}`);
}
