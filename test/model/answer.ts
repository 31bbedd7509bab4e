import { readableOf } from "./rules/fieldValue.ts";
import type { BackupRow, TaskRow } from "./rules/rows.ts";

/** An answer in words that can be compared: `pass`, `refused`, `newest 12`, `list 12 success ..., 11 ...`. */
export type Answer = string;

export const ERROR: Answer = "error";

/** What a program sees of a row, as far as it is compared. */
export interface ShownRow {
  readonly id: string;
  readonly status: string | undefined;
  readonly begin: number | undefined;
  readonly end: number | undefined;
}

export function listAnswer(rows: readonly ShownRow[]): Answer {
  const places = rows.map((row) => rows.findIndex((other) => isLevel(row, other)));
  const lines = rows.map((row, index) => ({ place: places[index] ?? 0, line: describeRow(row) }));
  const ordered = lines.toSorted((a, b) => a.place - b.place || (a.line < b.line ? -1 : 1));
  return `list ${ordered.map(({ line }) => line).join(", ")}`;
}

/** Tasks of one ID that were made and ended at one moment are in no order. */
function isLevel(a: ShownRow, b: ShownRow): boolean {
  return a.id === b.id && a.begin === b.begin && a.end === b.end;
}

export function oneAnswer(row: ShownRow): Answer {
  return `one ${describeRow(row)}`;
}

/** `usable` is undefined for one that is not pinned. */
export function newestAnswer(id: string, usable: boolean | undefined): Answer {
  return usable === undefined ? `newest ${id}` : `pinned ${id}, ${usable ? "usable" : "not usable"}`;
}

export function shownBackup({ id, status, start, end }: BackupRow): ShownRow {
  return { id, status: readableOf(status), begin: readableOf(start), end: readableOf(end) };
}

export function shownTask({ id, status, created, ended }: TaskRow): ShownRow {
  return { id, status: readableOf(status), begin: readableOf(created), end: readableOf(ended) };
}

function describeRow({ id, status = "-", begin, end }: ShownRow): string {
  return [id, status.trim().toLowerCase(), time(begin), time(end)].join(" ");
}

function time(at: number | undefined): string {
  return at === undefined ? "-" : new Date(at).toISOString().slice(0, 16);
}
