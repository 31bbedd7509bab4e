import { type FieldValue, isWord, readableOf } from "./fieldValue.ts";
import { backupsInOrder, recoveryPoint } from "./recoveryPoint.ts";
import type { BackupRow, TaskRow } from "./rows.ts";
import { tasksInOrder } from "./taskOrder.ts";

/** What a list is narrowed by. Times are milliseconds since 1970. */
export interface ListQuestion {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly id?: string | undefined;
  readonly status?: string | undefined;
  readonly mode?: string | undefined;
  readonly type?: string | undefined;
  readonly backupSet?: string | undefined;
}

/** Newest first. Undefined for an error: a row that a filter cannot be applied to can be neither kept nor dropped. */
export function backupList(backups: readonly BackupRow[], question: ListQuestion): readonly BackupRow[] | undefined {
  const inRange = backups.filter((backup) => isWithin(recoveryPoint(backup), question));
  const tests = inRange.map((backup) => backupMatches(backup, question));
  return tests.includes(undefined) ? undefined : backupsInOrder(inRange.filter((_, index) => tests[index]));
}

/** The same for tasks and files. */
export function taskList(tasks: readonly TaskRow[], question: ListQuestion): readonly TaskRow[] | undefined {
  const inRange = tasks.filter((task) => isWithin(readableOf(task.created), question));
  const tests = inRange.map((task) => taskMatches(task, question));
  return tests.includes(undefined) ? undefined : tasksInOrder(inRange.filter((_, index) => tests[index]));
}

/** Whether the filters let the row through; undefined where that cannot be told. */
export function backupMatches({ id, status, mode, type }: BackupRow, question: ListQuestion): boolean | undefined {
  return matches({ id, status, mode, type, backupSet: undefined }, question);
}

export function taskMatches({ id, status, backupSet }: TaskRow, question: ListQuestion): boolean | undefined {
  return matches({ id, status, backupSet, mode: undefined, type: undefined }, question);
}

const filterNames = ["id", "status", "mode", "type", "backupSet"] as const;

type Words = Readonly<Record<(typeof filterNames)[number], FieldValue<string>>>;

function matches(words: Words, question: ListQuestion): boolean | undefined {
  const tests = filterNames.map((name) => {
    const filter = question[name];
    const word = readableOf(words[name]);
    if (filter === undefined) return true;
    return word === undefined ? undefined : isWord(spelling(word), spelling(filter));
  });
  // What one filter keeps out need not be looked at by another.
  if (tests.includes(false)) return false;
  return tests.includes(undefined) ? undefined : true;
}

/** The documents spell one state both ways. */
function spelling(word: string): string {
  return word.trim().replace(/^queuing$/i, "queueing");
}

/** A row without a time cannot be shown to lie outside. */
function isWithin(
  time: number | undefined,
  { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY }: ListQuestion,
) {
  return time === undefined || (time >= from && time <= to);
}
