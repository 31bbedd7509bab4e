import type { Page } from "./readPage.ts";
import type { Row } from "./row.ts";

/** One reply, and the service's own time from its `Date` header. */
export interface PageReply extends Page {
  readonly serviceTime?: number | undefined;
}

/** What one reading of a list, from its first page to its end, has shown. */
export interface Pass {
  readonly rows: ReadonlyMap<string, Row>;
  /** How many pages it has, up to the last that brought rows which no earlier page had. */
  readonly pages: number;
  /** The total of page one: a single pass is judged by the moment of that reply. */
  readonly firstTotal: number;
  readonly highestTotal: number;
  /** Whether all replies counted the same: else rows came or left meanwhile. */
  readonly steady: boolean;
  /** A row that came twice with different content. */
  readonly changed: Row | undefined;
  /** A row that came twice before the end: rows moved between pages while they were read. */
  readonly repeated: Row | undefined;
  /** Whether every row behind page one is so old that it was there when page one was sent. */
  readonly rowsBehindFirstAreOld: boolean;
}

/** Puts a pass together, page by page. */
export interface PassBuilder {
  /** Whether page one may be full, so that its total speaks of pages behind it. */
  readonly firstIsFull: boolean;
  /** Whether a row with this identity has been taken up. */
  readonly has: (identity: string) => boolean;
  /** Takes the pages in the order of their numbers, whenever they came. */
  readonly add: (reply: PageReply) => void;
  /** Whether another page may hold rows that have not come yet. */
  readonly goesOn: () => boolean;
  readonly result: () => Pass;
}

/** Nothing enters a list later than this after its own time: no backup takes longer. */
export const MAX_LIST_ENTRY_DELAY_MS = 86_400_000;

/** `pageSizes`: the page sizes that may have been requested. A page with as many rows may be full. */
export function startPass(first: PageReply, pageSizes: readonly number[]): PassBuilder {
  const rows = new Map<string, Row>();
  const settledUntil = (first.serviceTime ?? Number.NaN) - MAX_LIST_ENTRY_DELAY_MS;
  let replies = 0;
  let pages = 0;
  let largestPage = 0;
  let highestTotal = 0;
  let steady = true;
  let rowsBehindFirstAreOld = true;
  let ended = false;
  let changed: Row | undefined;
  let repeated: Row | undefined;
  let behindEnd: Row | undefined;

  function add(reply: PageReply): void {
    const before = rows.size;
    replies++;
    let twin: Row | undefined;
    for (const row of reply.rows) {
      const earlier = rows.get(row.identity);
      if (earlier) {
        twin = row;
        if (!sameContent(earlier, row)) changed ??= row;
        continue;
      }
      rows.set(row.identity, row);
      rowsBehindFirstAreOld &&= reply === first || (row.lastChangeTime ?? Number.NaN) <= settledUntil;
    }
    highestTotal = Math.max(highestTotal, reply.total ?? 0);
    steady &&= reply.total === first.total;
    if (rows.size > before) {
      pages = replies;
      repeated ??= twin ?? behindEnd;
      // A total that is too high promises more rows, and one that is too low says nothing.
      ended = rows.size === highestTotal && !mayBeFull(reply);
    } else {
      // Behind the end the service may send the last page once more; it is no flaw unless other rows follow.
      behindEnd ??= twin;
      ended = true;
    }
    largestPage = Math.max(largestPage, reply.rows.length);
  }

  function mayBeFull({ rows: { length }, pageSize }: PageReply): boolean {
    return pageSizes.includes(length) || length === pageSize || (largestPage > 0 && length >= largestPage);
  }

  const firstIsFull = mayBeFull(first);
  add(first);
  return {
    firstIsFull,
    has: (identity) => rows.has(identity),
    add,
    goesOn: () => !ended,
    result: () => ({
      rows,
      pages,
      firstTotal: first.total ?? 0,
      highestTotal,
      steady,
      changed,
      repeated,
      rowsBehindFirstAreOld,
    }),
  };
}

/** Links do not count: they are signed anew for every reply. */
export function sameContent(a: Row, b: Row): boolean {
  return contentOf(a) === contentOf(b);
}

export function contentOf({ record, unreadable }: Row): string {
  return JSON.stringify([record, [...unreadable].sort()]);
}
