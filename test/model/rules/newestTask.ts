import type { TaskRow } from "./rows.ts";
import { creationTime, tasksInOrder } from "./taskOrder.ts";
import { isInScope, type TaskQuestion } from "./taskQuestion.ts";
import { stateVerdict, taskStates } from "./taskStates.ts";
import { ageVerdict, tasksInReach } from "./taskVerdict.ts";
import type { Clock } from "./times.ts";

/** The newest task in its good end state: its ID, or undefined for an error. */
export function newestTask(tasks: readonly TaskRow[], question: TaskQuestion, clock: Clock): string | undefined {
  const good = tasksInOrder(tasksInReach(tasks, question, clock)).filter(
    (task) => isInScope(task, question) === true && stateVerdict(taskStates[question.kind], task.status) === "pass",
  );
  return newestOf(good, question.maxAge, clock.now);
}

/** While one has no time, or one in the future, it cannot be told which is the newest. Newest first. */
export function newestOf(good: readonly TaskRow[], maxAge: number | undefined, now: number): string | undefined {
  if (good.some((task) => creationTime(task, now) === undefined)) return undefined;
  const [newest] = good;
  return newest !== undefined && ageVerdict(newest, maxAge, now) === "pass" ? newest.id : undefined;
}
