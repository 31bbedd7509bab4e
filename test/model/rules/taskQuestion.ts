import { readableOf, unreadable } from "./fieldValue.ts";
import type { TaskRow } from "./rows.ts";
import type { TaskKind } from "./taskStates.ts";

/** What is asked about tasks. Durations are milliseconds. */
export interface TaskQuestion {
  readonly kind: TaskKind;
  /** The task that is meant; undefined: the newest one of every database. */
  readonly taskId?: string | undefined;
  readonly databaseName?: string | undefined;
  readonly backupSet?: string | undefined;
  readonly maxAge?: number | undefined;
  readonly lookback?: number | undefined;
}

/** Whether a task is what the question is about; undefined where it does not say so readably. */
export function isInScope(task: TaskRow, { databaseName, backupSet }: TaskQuestion): boolean | undefined {
  const answers = [holdsDatabase(task, databaseName), isOfBackupSet(task, backupSet)];
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

function holdsDatabase({ databases }: TaskRow, name: string | undefined): boolean | undefined {
  if (name === undefined) return true;
  const names = readableOf(databases) ?? [];
  if (names.length === 0) return undefined;
  return names.some((each) => each.toLowerCase() === name.toLowerCase());
}

function isOfBackupSet({ backupSet }: TaskRow, id: string | undefined): boolean | undefined {
  if (id === undefined || backupSet === id) return true;
  return backupSet === undefined || backupSet === unreadable ? undefined : false;
}
