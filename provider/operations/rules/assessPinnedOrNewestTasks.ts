import { ageReasons } from "../../core/ageReasons.ts";
import type { EntityNames } from "../../core/entity.ts";
import type { Evidence, JudgedRow } from "../../core/evidence.ts";
import { possibleNewestRows } from "../../core/possibleNewestRows.ts";
import type { Reason } from "../../core/reason.ts";
import { failReason } from "../../core/reason.ts";
import type { Row } from "../../core/row.ts";

/** Which tasks a verdict is about. */
interface Question {
  readonly entity: EntityNames;
  /** The one task that is meant. */
  readonly taskId: string | undefined;
  readonly maxAge: number | undefined;
  /** The one database that the question is about. */
  readonly databaseName?: string | undefined;
  /** The field that names them, where there is one. */
  readonly databaseField?: string;
  /** The databases that a task is about; those of which nothing is said count as one. */
  readonly databasesOf: (row: Row) => readonly string[];
}

/**
 * The named task must be good; without a name, the newest task of every database, whatever its state. So a newer
 * failed task beats an older good one, and of a chain of full and incremental tasks the last one counts.
 */
export function assessPinnedOrNewestTasks(evidence: Evidence, question: Question): readonly Reason[] {
  const { entity, taskId, maxAge, databasesOf } = question;
  const inScope = evidence.rows.filter(({ reasons }) => !reasons.some(({ outOfScope }) => outOfScope));
  const relevant =
    taskId === undefined
      ? newestOfEach(inScope, evidence.now, question)
      : inScope.filter(({ row }) => row.id === taskId);
  if (relevant.length === 0) {
    const message =
      taskId === undefined
        ? `there is no ${entity.label}`
        : `${entity.label} ${taskId} does not exist, or no longer exists`;
    return [failReason("exists", message)];
  }
  return relevant.flatMap(({ row, reasons }) => {
    const about = [`${entity.label} ${row.id}`, ...databasesOf(row).map((name) => `of ${name}`)].join(" ");
    const against = reasons.map((each) => ({ ...each, message: `${about}: ${each.message}` }));
    // Another task may come, but the named one gets no younger.
    const age = ageReasons(row, evidence.now, maxAge, about);
    const aged = age.map((each) => ({ ...each, terminal: taskId !== undefined && each.verdict === "fail" }));
    return [...against, ...aged].map((each) => ({ ...each, rowId: row.id }));
  });
}

/** Tasks vanish and databases come and go, so all that the service remembers must have been read. */
export function allTasksToRead(): number {
  return Number.POSITIVE_INFINITY;
}

/** Rows come newest first. A row that is the newest of several databases is counted once. */
function newestOfEach(
  rows: readonly JudgedRow[],
  now: number,
  { databaseName, databaseField, databasesOf }: Question,
): JudgedRow[] {
  const groups = new Map<string, JudgedRow[]>();
  for (const each of rows) {
    const databases = databaseName === undefined ? databasesOf(each.row) : [databaseName];
    // A name that cannot be read may be that of any database: such a task stands for itself.
    const unnamed = each.row.unreadable.has(databaseField ?? "") ? `?${each.row.id}` : "";
    for (const name of databases.length > 0 ? databases : [unnamed]) {
      const group = groups.get(name) ?? [];
      group.push(each);
      groups.set(name, group);
    }
  }
  const newest = new Set([...groups.values()].flatMap((group) => possibleNewestRows(group, rowOf, now)));
  return rows.filter((each) => newest.has(each));
}

function rowOf({ row }: JudgedRow): Row {
  return row;
}
