/** The rows of a list, from one moment to another. */
export interface Version<Row> {
  readonly rows: readonly Row[];
  readonly from: number;
  /** Until the next version; infinite for the last one. */
  readonly until: number;
}

/** Something happens to a list, before a reply of the service is made: that with this number, from 0. */
export type Change<Row> = { readonly beforeReply: number } & (
  | { readonly kind: "enter"; readonly row: Row }
  /** The row at this place is gone for good. */
  | { readonly kind: "leave"; readonly place: number }
  | { readonly kind: "edit"; readonly place: number; readonly edit: Partial<Row> }
);

/** What an edit makes of a row. */
export type Edit<Row> = (row: Row, edit: Partial<Row>) => Row;

/** A list as it was at every moment. */
export class History<Row> {
  #versions: Version<Row>[];
  readonly #changes: readonly Change<Row>[];
  readonly #edit: Edit<Row>;

  constructor(rows: readonly Row[], changes: readonly Change<Row>[], edit: Edit<Row>) {
    this.#versions = [{ rows, from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY }];
    this.#changes = changes;
    this.#edit = edit;
  }

  get versions(): readonly Version<Row>[] {
    return this.#versions;
  }

  get rows(): readonly Row[] {
    return this.#versions.at(-1)?.rows ?? [];
  }

  /** Makes what happens before this reply, be it of this list or of another one. */
  advance(reply: number, now: number): void {
    for (const change of this.#changes) if (change.beforeReply === reply) this.#apply(change, now);
  }

  #apply(change: Change<Row>, now: number): void {
    const last = this.#versions.at(-1);
    if (last === undefined) return;
    const rows = afterChange(last.rows, change, this.#edit);
    this.#versions = [...this.#versions.slice(0, -1), { ...last, until: now }];
    this.#versions.push({ rows, from: now, until: Number.POSITIVE_INFINITY });
  }
}

function afterChange<Row>(rows: readonly Row[], change: Change<Row>, edit: Edit<Row>): readonly Row[] {
  if (change.kind === "enter") return [...rows, change.row];
  const place = rows.length === 0 ? 0 : change.place % rows.length;
  if (change.kind === "leave") return rows.filter((_, index) => index !== place);
  return rows.map((row, index) => (index === place ? edit(row, change.edit) : row));
}
