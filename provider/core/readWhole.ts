import pLimit from "p-limit";
import { ReplyError } from "./errors/ReplyError.ts";
import type { Row } from "./row.ts";
import { contentOf, type Pass, type Reply, sameContent, startPass } from "./startPass.ts";

/** How a paged list is asked for. */
export interface PagedList {
  readonly action: string;
  /** Page 0 is the first one. Undefined: the service has no page with this number. */
  readonly fetchPage: (index: number) => Promise<Reply | undefined>;
  /** How many rows a page may have been asked for. */
  readonly pageSizes: readonly number[];
  /** The list is filtered by something that changes while a thing lives, so an old row can enter it. */
  readonly filteredByChange: boolean;
  readonly maxRows: number;
  /** How many pages behind page one may be asked for at once. */
  readonly pagesAtOnce: number;
  /** Waits before the list is read for the third time or more; false when there is no time left for that. */
  readonly pause: (round: number) => Promise<boolean>;
}

/**
 * Every row exactly once, as there was one moment at which the service had these rows and counted as many, or an
 * error. docs/decisions/whole-or-error.md has the proofs.
 */
export async function readWhole(list: PagedList): Promise<readonly Row[]> {
  let previous: Pass | undefined;
  for (let round = 1; ; round++) {
    const pass = await readToEnd(list);
    if (isWholeAlone(pass, list.filteredByChange)) return [...pass.rows.values()];
    const twin = previous && sameRows(previous, pass) ? previous : undefined;
    if (twin && isWholeTogether(twin, pass)) return [...pass.rows.values()];
    // Reading on would not bring the rows that are counted and never sent.
    const hopeless = twin !== undefined && isShort(twin) && isShort(pass);
    if (hopeless || (previous && !(await list.pause(round)))) {
      throw new ReplyError(
        `${list.action} could not be read as a whole in ${round} passes: ${describeFlaw(pass, previous)}.`,
        "run again; if it persists, report it to Alibaba Cloud with the RequestId",
      );
    }
    previous = pass;
  }
}

/** A list that comes in one reply: nothing can shift in it, and rows that share a name really are several. */
export function readUnpaged({ rows }: Reply): readonly Row[] {
  return [...new Map(rows.map((row) => [contentOf(row), row])).values()];
}

/** Page one first, then the pages that its total speaks of, then one after another for as long as there may be more. */
async function readToEnd({ action, fetchPage, pageSizes, maxRows, pagesAtOnce }: PagedList): Promise<Pass> {
  const first = await fetchPage(0);
  if (first === undefined) throw new ReplyError(`${action} has no first page.`);
  const reader = startPass(countable(first), pageSizes);
  refuseTooMany(reader.result());
  const expected = first.rows.length === 0 ? 1 : Math.ceil((first.total ?? 0) / first.rows.length);
  for (const reply of await fetchPages(1, expected)) if (reply) reader.add(countable(reply));
  for (let index = Math.max(expected, 1); reader.goesOn(); index++) {
    const reply = await fetchPage(index);
    if (reply === undefined) break;
    reader.add(countable(reply));
    refuseTooMany(reader.result());
  }
  return reader.result();

  async function fetchPages(from: number, until: number): Promise<readonly (Reply | undefined)[]> {
    const inTurn = pLimit({ concurrency: pagesAtOnce, rejectOnClear: true });
    const indices = Array.from({ length: Math.max(until - from, 0) }, (_, offset) => from + offset);
    const fetching = indices.map((index) => inTurn(() => fetchPage(index)));
    // After a failure nothing more is asked for, and what is under way is awaited: nothing outlives the lookup.
    for (const reply of fetching) reply.catch(() => inTurn.clearQueue());
    await Promise.allSettled(fetching);
    return await Promise.all(fetching);
  }

  function countable(reply: Reply): Reply {
    if (reply.total !== undefined) return reply;
    throw new ReplyError(`${action} sent no readable total: whether these rows are all of them cannot be told.`);
  }

  function refuseTooMany({ rows, highestTotal }: Pass): void {
    if (Math.max(rows.size, highestTotal) <= maxRows) return;
    throw new ReplyError(`${action} has more than ${maxRows} rows.`, "ask for less: a shorter time range, or one ID");
  }
}

/** One page shows its own moment; several show that of page one when no row behind it can have come since. */
function isWholeAlone({ rows, pages, firstTotal, changed, repeated, settled }: Pass, filteredByChange: boolean) {
  if (rows.size !== firstTotal || changed) return false;
  return pages <= 1 || (!repeated && settled && !filteredByChange);
}

/** Then these are the rows that were there between the two. */
function isWholeTogether(first: Pass, second: Pass): boolean {
  const unmoved = [first, second].every(({ changed, repeated }) => !changed && !repeated);
  return unmoved && !isShort(first) && !isShort(second);
}

/** A reply counted more rows than came. */
function isShort({ rows, highestTotal }: Pass): boolean {
  return highestTotal > rows.size;
}

function sameRows(a: Pass, b: Pass): boolean {
  if (a.rows.size !== b.rows.size) return false;
  return [...a.rows].every(([identity, row]) => {
    const twin = b.rows.get(identity);
    return twin !== undefined && sameContent(row, twin);
  });
}

function describeFlaw(pass: Pass, previous: Pass | undefined): string {
  const { rows, highestTotal, changed, repeated } = pass;
  if (isShort(pass)) return `the service counts ${highestTotal} rows and sent ${rows.size}`;
  if (changed) return `row ${changed.id} changed while it was read`;
  if (repeated) return `row ${repeated.id} moved to another page while they were read`;
  if (previous && previous.rows.size !== rows.size) return `it had ${previous.rows.size} rows, then ${rows.size}`;
  return "its rows differ from pass to pass";
}
