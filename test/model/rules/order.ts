/** By what rows are ordered: a time, then the end, then the ID as a number. */
export interface Place {
  readonly id: string;
  readonly time: number | undefined;
  readonly end: number | undefined;
}

/** Newest first. A row without a time comes last. */
export function inOrder<Row>(rows: readonly Row[], placeOf: (row: Row) => Place): readonly Row[] {
  return rows.toSorted((a, b) => compare(placeOf(a), placeOf(b)));
}

function compare(a: Place, b: Place): number {
  return later(a.time, b.time) || later(a.end, b.end) || b.id.localeCompare(a.id, "en", { numeric: true });
}

function later(a: number | undefined, b: number | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  return b === undefined ? -1 : b - a;
}
