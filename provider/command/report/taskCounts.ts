import type { JudgedRow } from "../../core/evidence.ts";
import type { Json } from "../../core/json.ts";
import type { Operation } from "../../core/operation.ts";
import { redactedOutputRecord } from "../../core/redactedOutputRecord.ts";
import { redactToShortLine } from "../../core/redactToShortLine.ts";
import { type RowState, rowState } from "./rowState.ts";

/** How many tasks of a database are in a state. Its texts are fit to be seen. */
export interface TaskCount {
  readonly database: string;
  /** In the service's own word. */
  readonly status: string;
  readonly state: RowState;
  readonly count: number;
}

/** The properties of a task that the page shows. */
export interface TaskPropertyNames {
  readonly database: string | undefined;
  readonly status: string;
}

const MAX_WORD = 60;

/** By database, in the order of their names; a task of several databases counts for each. */
export function taskCounts(
  operation: Operation,
  rows: readonly JudgedRow[],
  { database, status }: TaskPropertyNames,
): readonly TaskCount[] {
  const counts = new Map<string, TaskCount>();
  for (const { row, reasons } of rows) {
    const { [status]: word = null, [database ?? ""]: databases = null } = redactedOutputRecord(operation, row);
    const state = rowState(reasons, undefined, 0);
    for (const name of textsIn(databases, "all databases")) {
      const shown = {
        database: redactToShortLine(name, MAX_WORD),
        status: redactToShortLine(textsIn(word, "no state").join(" "), MAX_WORD),
        state,
      };
      const key = JSON.stringify(shown);
      counts.set(key, { ...shown, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  }
  return [...counts.values()].sort(
    (a, b) => a.database.localeCompare(b.database, "en") || a.status.localeCompare(b.status, "en"),
  );
}

function textsIn(value: Json, none: string): readonly string[] {
  if (Array.isArray(value) && value.length > 0) return value.map(String);
  return typeof value === "string" && value !== "" ? [value] : [none];
}
