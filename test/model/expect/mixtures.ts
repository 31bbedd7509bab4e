import type { Version } from "../service/history.ts";

/** The rows of one moment, each as it stood then or later in the reading. */
export interface Mixture<Row> {
  readonly rows: readonly Row[];
  /** When all of them can have been read. */
  readonly from: number;
  /** Until when these were the rows. */
  readonly until: number;
}

/** More are not looked through. */
const MOST = 500;

/** Every list that a reading may answer with; undefined when these are too many. */
export function mixtures<Row>(
  versions: readonly Version<Row>[],
  keyOf: (row: Row) => string,
): readonly Mixture<Row>[] | undefined {
  const result: Mixture<Row>[] = [];
  for (const [index, { rows, from, until }] of versions.entries()) {
    const later = contentsOf(versions.slice(index), keyOf);
    let lists: readonly Mixture<Row>[] = [{ rows: [], from, until }];
    for (const row of rows) {
      const contents = [...(later.get(keyOf(row)) ?? [])];
      lists = lists.flatMap((list) =>
        contents.map(([content, since]) => ({
          rows: [...list.rows, content],
          from: Math.max(list.from, since),
          until,
        })),
      );
      if (lists.length > MOST) return undefined;
    }
    result.push(...lists);
  }
  return result.length > MOST ? undefined : result;
}

/** What each row has been, and since when. */
function contentsOf<Row>(versions: readonly Version<Row>[], keyOf: (row: Row) => string) {
  const contents = new Map<string, Map<Row, number>>();
  for (const { rows, from } of versions) {
    for (const row of rows) {
      const ofRow = contents.get(keyOf(row)) ?? new Map<Row, number>();
      if (!ofRow.has(row)) ofRow.set(row, from);
      contents.set(keyOf(row), ofRow);
    }
  }
  return contents;
}
