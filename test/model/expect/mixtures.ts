import type { Version } from "../service/history.ts";

/** The rows of one moment, each as it stood at some moment of the reading. */
export interface Mixture<Row> {
  readonly rows: readonly Row[];
  /** The moment: from then, and until then. */
  readonly from: number;
  readonly until: number;
}

/** More are not looked through. */
const MOST = 500;

/** Every list that a reading may answer with; undefined when these are too many. */
export function mixtures<Row>(
  versions: readonly Version<Row>[],
  keyOf: (row: Row) => string,
): readonly Mixture<Row>[] | undefined {
  const contents = new Map<string, Set<Row>>();
  for (const row of versions.flatMap(({ rows }) => rows)) {
    contents.set(keyOf(row), (contents.get(keyOf(row)) ?? new Set()).add(row));
  }
  const result: Mixture<Row>[] = [];
  for (const { rows, from, until } of versions) {
    let lists: (readonly Row[])[] = [[]];
    for (const row of rows) {
      const forms = [...(contents.get(keyOf(row)) ?? [row])];
      lists = lists.flatMap((list) => forms.map((form) => [...list, form]));
      if (lists.length > MOST) return undefined;
    }
    result.push(...lists.map((list) => ({ rows: list, from, until })));
  }
  return result.length > MOST ? undefined : result;
}
