import type { ApiShape } from "./apiShapes.ts";
import type { Change, Edit } from "./history.ts";
import { History, type Version } from "./history.ts";
import type { Modes } from "./modes.ts";
import { readRange } from "./readRange.ts";
import type { WireReply } from "./troubleReply.ts";
import type { Spelling, Wire, WireObject } from "./wire.ts";

/** How rows of the model become those of a list. */
export interface TableOptions<Row> {
  readonly shape: ApiShape;
  readonly rows: readonly Row[];
  readonly changes: readonly Change<Row>[];
  readonly edit: Edit<Row>;
  readonly modes: Modes;
  readonly write: (row: Row, spelling: Spelling) => WireObject;
  /** A number that stays with the row: it is written in the same way each time. */
  readonly spellingOf: (row: Row) => Spelling;
  readonly idOf: (row: Row) => string;
  readonly start: (row: Row) => number | undefined;
  readonly end: (row: Row) => number | undefined;
  /** How long the service remembers a row. */
  readonly keptFor: number;
}

type Parameters = Readonly<Record<string, string>>;

/** A list of the service: it answers requests for pages. */
export class Table<Row> {
  readonly #options: TableOptions<Row>;
  readonly #history: History<Row>;

  constructor(options: TableOptions<Row>) {
    this.#options = options;
    this.#history = new History(options.rows, options.changes, options.edit);
  }

  get versions(): readonly Version<Row>[] {
    return this.#history.versions;
  }

  advance(reply: number, now: number): void {
    this.#history.advance(reply, now);
  }

  reply(parameters: Parameters, now: number): WireReply {
    const { shape, modes } = this.#options;
    const rows = this.#ordered(this.#history.rows.filter((row) => this.#isInRange(row, parameters, now)))
      .map((row) => this.#options.write(row, this.#options.spellingOf(row)))
      .filter((row) => !modes.appliesFilters || matches(row, shape.filters, parameters));
    const requestedSize = Number(parameters.PageSize ?? rows.length);
    const size = shape.paging ? Math.min(requestedSize, modes.pageCap) : Math.max(rows.length, 1);
    const number = Number(parameters[shape.paging?.number ?? ""] ?? 0);
    const last = Math.max(Math.ceil(rows.length / size) - 1, 0);
    const index = number - (shape.paging?.first ?? 0);
    if (index > last && modes.beyondEnd === "refuse") return { ...shape.refusal, headers: this.#headers(now) };
    const shown = index > last && modes.beyondEnd === "clamp" ? last : index;
    const page = rows.slice(shown * size, (shown + 1) * size);
    const total = page.length === size ? Math.max(rows.length + modes.totalOff, 0) : rows.length;
    const body = shape.envelope({
      list: index > last && modes.beyondEnd === "absent" ? undefined : this.#list(page),
      total: modes.counters === "text" ? String(total) : total,
      number,
      size,
      count: page.length,
      echo: echo(parameters),
    });
    return { status: 200, headers: this.#headers(now), body };
  }

  #headers(now: number): Readonly<Record<string, string>> {
    const { clockAhead } = this.#options.modes;
    return clockAhead === undefined ? {} : { date: new Date(now + clockAhead).toUTCString() };
  }

  #isInRange(row: Row, parameters: Parameters, now: number): boolean {
    const { modes, start, end, keptFor } = this.#options;
    const range = readRange(parameters);
    const began = start(row);
    // What has no beginning cannot be shown to lie outside.
    if (began === undefined) return true;
    if (began < now - keptFor) return false;
    const time = modes.rangeOf === "start" ? began : (end(row) ?? began);
    return time >= range.from && time <= range.to;
  }

  #ordered(rows: readonly Row[]): readonly Row[] {
    const { modes, start, idOf, spellingOf } = this.#options;
    const timeOf = (row: Row) => start(row) ?? 0;
    const keyOf = {
      newest: (row: Row) => -timeOf(row),
      oldest: timeOf,
      byId: (row: Row) => Number(idOf(row).replace(/\D/g, "")),
      shuffled: (row: Row) => (spellingOf(row) * 7919) % 1009,
    }[modes.order];
    return rows.toSorted((a, b) => keyOf(a) - keyOf(b));
  }

  #list(page: readonly WireObject[]): Wire {
    const { shape, modes } = this.#options;
    const [first] = page;
    if (first === undefined) return { wrapper: { [shape.rows]: [] }, array: [], text: "", object: {} }[modes.empty];
    const single = page.length === 1;
    if (modes.list === "bareArray") return page;
    if (modes.list === "bareObject" && single) return first;
    return { [shape.rows]: modes.list === "single" && single ? first : page };
  }
}

function matches(row: WireObject, filters: Readonly<Record<string, string>>, parameters: Parameters): boolean {
  return Object.entries(filters).every(([parameter, field]) => {
    const word = parameters[parameter];
    return word === undefined || spelling(String(row[field] ?? "")) === spelling(word);
  });
}

/** One state is spelled both ways. */
function spelling(word: string): string {
  return word
    .trim()
    .toLowerCase()
    .replace(/^queuing$/, "queueing");
}

function echo({ DBInstanceId, MigrateTaskId }: Parameters): WireObject {
  return {
    ...(DBInstanceId === undefined ? {} : { DBInstanceId }),
    ...(MigrateTaskId === undefined ? {} : { MigrateTaskId }),
  };
}
