import { readableOf } from "./fieldValue.ts";
import { inOrder } from "./order.ts";
import type { TaskRow } from "./rows.ts";
import { TOLERANCE } from "./times.ts";

/** Tasks are ordered and aged by their creation. */
export function tasksInOrder(tasks: readonly TaskRow[]): readonly TaskRow[] {
  return inOrder(tasks, ({ id, created, ended }) => ({ id, time: readableOf(created), end: readableOf(ended) }));
}

/** Undefined where it cannot be read or lies in the future. */
export function creationTime({ created }: TaskRow, now: number): number | undefined {
  const time = readableOf(created);
  return time !== undefined && time <= now + TOLERANCE ? time : undefined;
}

/** Which is the newest one cannot be told of those that were made at one moment, nor of those without a time. */
export function mayBeNewest(tasks: readonly TaskRow[], now: number): readonly TaskRow[] {
  const latest = Math.max(...tasks.map((task) => creationTime(task, now) ?? Number.NEGATIVE_INFINITY));
  return tasks.filter((task) => (creationTime(task, now) ?? latest) === latest);
}

/** Of the tasks that bear one ID the newest is the one of that ID. */
export function newestOfEachId(tasks: readonly TaskRow[], now: number): readonly TaskRow[] {
  return tasks.filter((task) =>
    mayBeNewest(
      tasks.filter(({ id }) => id === task.id),
      now,
    ).includes(task),
  );
}
