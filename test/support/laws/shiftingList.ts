import type { Row } from "../../../provider/core/row.ts";
import type { PageReply } from "../../../provider/core/startPass.ts";
import { DAY, HOUR, NOW } from "../fixtures/backups.ts";

/** A row of the modelled service. Times are hours before the first reply, so a smaller one is younger. */
export interface Item {
  readonly id: number;
  readonly age: number;
  readonly version: number;
}

/** What happens to the list before a reply is made. */
export type Change =
  /** A new row: so many hours old when it enters; more than 24 only under a filter by something that changes. */
  | { readonly kind: "enter"; readonly lateHours: number }
  /** The row at this place of the list is gone for good. */
  | { readonly kind: "leave"; readonly place: number }
  /** The row at this place has other content. */
  | { readonly kind: "change"; readonly place: number }
  /** The row at this place ends now: other content, and its latest time is now. */
  | { readonly kind: "end"; readonly place: number };

/** How the service orders its rows; `shiftingTies` puts rows of one time in another order for every reply. */
export type Order = "newest" | "oldest" | "byNumber" | "shiftingTies";

/** What a reply says of the number of rows. */
export type Total = (honest: number, rowsOfPage: number, isFull: boolean, reply: number) => number;

export interface Scenario {
  readonly ages: readonly number[];
  readonly order: Order;
  /** The service decides how many rows a page has. */
  readonly pageSize: number;
  readonly beyondEnd: "empty" | "clamp" | "refuse";
  /** The changes before the first, second, third ... reply; those before the first are before the reading. */
  readonly changes: readonly (readonly Change[])[];
  readonly total?: Total;
  /** Rows that are counted and never sent. */
  readonly unsent?: readonly number[];
}

/** A service whose list changes while it is read, and what was there from the first reply on. */
export interface ShiftingList {
  readonly reply: (index: number) => PageReply | undefined;
  /** The list at every moment of the reading. */
  readonly moments: () => readonly (readonly Item[])[];
}

export const honest: Total = (rows) => rows;

export function shiftingList({
  ages,
  order,
  pageSize,
  beyondEnd,
  changes,
  total = honest,
  unsent = [],
}: Scenario): ShiftingList {
  let items: readonly Item[] = ages.map((age, id) => ({ id, age, version: 0 }));
  let nextId = items.length;
  let replies = 0;
  const moments: (readonly Item[])[] = [];

  function apply(change: Change): void {
    const elapsedHours = (replies * 1000) / HOUR;
    if (change.kind === "enter") {
      items = [...items, { id: nextId++, age: change.lateHours - elapsedHours, version: 0 }];
    } else {
      const target = items[change.place % Math.max(items.length, 1)];
      items = items.flatMap((item) => (item === target ? changed(item, change.kind, elapsedHours) : [item]));
    }
    if (replies > 0) moments.push(items);
  }

  function reply(index: number): PageReply | undefined {
    for (const change of changes[replies] ?? []) apply(change);
    moments.push(items);
    const ordered = inOrder(items, order, replies);
    const pages = Math.max(Math.ceil(ordered.length / pageSize), 1);
    if (index >= pages && beyondEnd === "refuse") return undefined;
    const inForce = index >= pages && beyondEnd === "clamp" ? pages - 1 : index;
    const cut = ordered.slice(inForce * pageSize, (inForce + 1) * pageSize);
    const page = cut.filter(({ id }) => !unsent.includes(id));
    const now = NOW + replies * 1000;
    const claimed = total(ordered.length, page.length, cut.length === pageSize, replies++);
    return { rows: page.map(toRow), total: claimed, pageSize: undefined, echoed: {}, serviceTime: now };
  }

  return { reply, moments: () => moments };
}

function changed(item: Item, kind: "leave" | "change" | "end", elapsedHours: number): Item[] {
  if (kind === "leave") return [];
  return [{ ...item, version: item.version + 1, age: kind === "end" ? -elapsedHours : item.age }];
}

function inOrder(items: readonly Item[], order: Order, replies: number): Item[] {
  const scramble = ({ id }: Item) => ((id + 1) * (replies + 3) * 7919) % 101;
  const compare: Record<Order, (a: Item, b: Item) => number> = {
    newest: (a, b) => a.age - b.age || b.id - a.id,
    oldest: (a, b) => b.age - a.age || a.id - b.id,
    byNumber: (a, b) => ((a.id * 7919) % 13) - ((b.id * 7919) % 13) || a.id - b.id,
    shiftingTies: (a, b) => a.age - b.age || scramble(a) - scramble(b),
  };
  return [...items].sort(compare[order]);
}

function toRow({ id, age, version }: Item): Row {
  const at = NOW - age * HOUR;
  return {
    id: String(id),
    identity: String(id),
    record: { id, version },
    newRecord: () => ({ id, version }),
    value: () => undefined,
    links: {},
    unreadable: new Set(),
    orderTime: { at, source: "time" },
    endTime: undefined,
    lastChangeTime: at,
  };
}

/**
 * What is wrong with an answer, or undefined: it must have exactly the rows of one moment of the reading, each as it
 * stood at some moment of it.
 */
export function flawOf(answer: readonly Row[], moments: readonly (readonly Item[])[]): string | undefined {
  const ids = answer.map(({ id }) => id).sort();
  const contents = new Set(moments.flat().map(({ id, version }) => `${id} ${version}`));
  const never = answer.find(({ record }) => !contents.has(`${record.id} ${record.version}`));
  if (never) return `row ${never.id} never stood like this`;
  const asOne = JSON.stringify(ids);
  const atOnce = moments.some((items) => JSON.stringify(items.map(({ id }) => String(id)).sort()) === asOne);
  return atOnce ? undefined : `at no moment were these the rows: ${asOne}`;
}

/** The most that a row can be late. */
export const LATEST_ENTRY_HOURS = DAY / HOUR;
