import { ReplyError } from "./errors/ReplyError.ts";
import type { Pass, PassReader, Reply } from "./startPass.ts";
import { startPass } from "./startPass.ts";

/** The service has no page with this number, and says so by this error. */
export interface PageRefusal {
  readonly refusal: Error;
}

/** How a paged list is asked for. */
export interface PagedList {
  readonly action: string;
  /** Page 0 is the first one. */
  readonly fetchPage: (index: number) => Promise<Reply | PageRefusal>;
  /** How many rows a page may have been asked for. */
  readonly pageSizes: readonly number[];
  readonly maxRows: number;
  /** How many pages behind page one may be asked for at once. */
  readonly pagesAtOnce: number;
}

/**
 * One reading of a list: page one, then the pages that its total speaks of, then one after another for as long as there
 * may be more.
 */
export async function readToEnd(list: PagedList): Promise<Pass> {
  const first = await list.fetchPage(0);
  if ("refusal" in first) throw first.refusal;
  const reader = startPass(countable(first, list), list.pageSizes);
  refuseTooMany(reader.result(), list);
  const next = reader.firstIsFull ? await readAhead(list, first, reader) : 1;
  for (let index = next; reader.goesOn(); index++) {
    const page = await list.fetchPage(index);
    if (!isPage(page, reader)) break;
    reader.add(countable(page, list));
    refuseTooMany(reader.result(), list);
  }
  return reader.result();
}

/**
 * Asks for a few pages at once, and for no more of them once one has brought nothing: a total that is far too high must
 * not cost hundreds of requests. Nothing that was asked for outlives the reading. Answers the number of the next page.
 */
async function readAhead(list: PagedList, first: Reply, reader: PassReader): Promise<number> {
  const until = Math.ceil((first.total ?? 0) / first.rows.length);
  const identities = new Set(first.rows.map(({ identity }) => identity));
  const pages = new Map<number, Reply | PageRefusal>();
  let next = 1;
  let over = false;

  async function work(): Promise<void> {
    while (next < until && !over) {
      const index = next++;
      const page = await list.fetchPage(index);
      pages.set(index, page);
      over ||= "refusal" in page || page.rows.every(({ identity }) => identities.has(identity));
      if ("rows" in page) for (const { identity } of page.rows) identities.add(identity);
    }
  }

  const stop = (error: unknown) => {
    over = true;
    throw error;
  };
  const workers = Array.from({ length: list.pagesAtOnce }, () => work().catch(stop));
  await Promise.allSettled(workers);
  await Promise.all(workers);
  for (const [, page] of [...pages].sort(([a], [b]) => a - b)) {
    if (isPage(page, reader)) reader.add(countable(page, list));
  }
  return next;
}

/** A refused number is the end of the list only where all that was counted is there. */
function isPage(page: Reply | PageRefusal, reader: PassReader): page is Reply {
  if ("rows" in page) return true;
  const { rows, highestTotal } = reader.result();
  if (rows.size < highestTotal) throw page.refusal;
  return false;
}

function countable(reply: Reply, { action }: PagedList): Reply {
  if (reply.total !== undefined) return reply;
  throw new ReplyError(`${action} sent no readable total: whether these rows are all of them cannot be told.`);
}

function refuseTooMany({ rows, highestTotal }: Pass, { action, maxRows }: PagedList): void {
  if (Math.max(rows.size, highestTotal) <= maxRows) return;
  throw new ReplyError(`${action} has more than ${maxRows} rows.`, "ask for less: a shorter time range, or one ID");
}
