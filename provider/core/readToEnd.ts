import { ReplyError } from "./errors/ReplyError.ts";
import type { Row } from "./row.ts";
import type { PageReply, Pass, PassBuilder } from "./startPass.ts";
import { startPass } from "./startPass.ts";

/** The service has no page with this number, and says so by this error. */
export interface PageNumberRefusal {
  readonly refusal: Error;
}

/** How the pages of a list are requested. */
export interface ListRequest {
  readonly action: string;
  /** Page 0 is the first one. `onArrival` is called when the reply is there, before the time that decoding it takes. */
  readonly fetchPage: (index: number, onArrival?: () => void) => Promise<PageReply | PageNumberRefusal>;
  /** The page sizes that may have been requested. */
  readonly pageSizes: readonly number[];
  readonly maxRows: number;
  /** How many pages behind page one may be requested at once. */
  readonly pagesAtOnce: number;
}

/** One reading of a list, and the refusal that it ended with. */
export interface PassWithRefusal extends Pass {
  readonly refusal: Error | undefined;
}

/**
 * One reading of a list: page one, then the pages that its total speaks of, then one after another for as long as there
 * may be more.
 */
export async function readToEnd(request: ListRequest): Promise<PassWithRefusal> {
  const first = await request.fetchPage(0);
  if ("refusal" in first) throw first.refusal;
  const builder = startPass(countable(first, request), request.pageSizes);
  refuseTooMany(builder.result(), request);
  const ahead = builder.firstIsFull ? await readAhead(request, first, builder) : { next: 1, refusal: undefined };
  let { refusal } = ahead;
  // A page that does not exist, or no longer, is the end. Whether the rows before it are all, the whole reading tells.
  for (let index = ahead.next; refusal === undefined && builder.goesOn(); index++) {
    const page = await request.fetchPage(index);
    if ("refusal" in page) {
      refusal = page.refusal;
    } else {
      builder.add(countable(page, request));
      refuseTooMany(builder.result(), request);
    }
  }
  return { ...builder.result(), refusal };
}

/** What was asked for ahead: the number of the next page, and the first refusal. */
interface Ahead {
  readonly next: number;
  readonly refusal: Error | undefined;
}

/**
 * Asks for a few pages at once, and for no more of them once one has brought nothing: a total that is far too high must
 * not cost hundreds of requests. No request outlives the reading.
 */
async function readAhead(request: ListRequest, first: PageReply, builder: PassBuilder): Promise<Ahead> {
  // Where the last page is full too, the one behind it is asked for in any case: here it costs no time of its own.
  const until = Math.floor((first.total ?? 0) / first.rows.length) + 1;
  const pages = new Map<number, PageReply | PageNumberRefusal>();
  const ends: Promise<void>[] = [];
  let next = 1;
  let over = false;
  const firstRows = Promise.withResolvers<void>();
  let added = 0;
  let refusal: Error | undefined;
  /** In the order in which they happened. */
  const errors: unknown[] = [];

  /** Once a page has brought rows, the next request leaves as soon as a reply is there, before it is decoded. */
  async function work(): Promise<void> {
    let decoding = Promise.resolve();
    while (next < until && !over) {
      const arrival = Promise.withResolvers<void>();
      const page = take(next++, arrival.resolve);
      ends.push(page.catch(stop));
      await decoding;
      const arrivalWithRowsBefore = Promise.all([arrival.promise, firstRows.promise]);
      await Promise.race([arrivalWithRowsBefore, page]);
      decoding = page;
    }
    await decoding;
  }

  async function take(index: number, onArrival: () => void): Promise<void> {
    const page = await request.fetchPage(index, onArrival);
    const isNew = (row: Row) => !builder.has(row.identity) && !isPending(row.identity);
    if ("rows" in page && page.rows.some(isNew)) firstRows.resolve();
    else over = true;
    pages.set(index, page);
    addInOrder();
  }

  /** Whether it came with a page that waits for one before it. */
  function isPending(identity: string): boolean {
    return [...pages.values()].some((page) => "rows" in page && page.rows.some((row) => row.identity === identity));
  }

  /** As soon as all pages before it are in, a page is taken up: not all at the end, in one long stretch. */
  function addInOrder(): void {
    for (let page = pages.get(added + 1); page !== undefined; page = pages.get(added + 1)) {
      pages.delete(++added);
      if ("refusal" in page) refusal ??= page.refusal;
      else builder.add(countable(page, request));
    }
  }

  function stop(error: unknown): void {
    over = true;
    errors.push(error);
  }

  await Promise.allSettled(Array.from({ length: request.pagesAtOnce }, work));
  await Promise.all(ends);
  // The others may be what the first one has led to, and a clock is corrected only once.
  if (errors.length > 0) throw errors[0];
  return { next, refusal };
}

function countable(reply: PageReply, { action }: ListRequest): PageReply {
  if (reply.total !== undefined) return reply;
  throw new ReplyError(`${action} sent no readable total: whether these rows are all of them cannot be told.`);
}

function refuseTooMany({ rows, highestTotal }: Pass, { action, maxRows }: ListRequest): void {
  if (Math.max(rows.size, highestTotal) <= maxRows) return;
  throw new ReplyError(`${action} has more than ${maxRows} rows.`, "ask for less: a shorter time range, or one ID");
}
