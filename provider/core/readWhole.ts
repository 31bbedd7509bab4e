import { ReplyError } from "./errors/ReplyError.ts";
import type { Page } from "./readPage.ts";
import type { Row } from "./row.ts";

interface Reading {
  readonly action: string;
  /** Page 0 is the first one. */
  readonly fetchPage: (index: number) => Promise<Page>;
  readonly paged: boolean;
  readonly maxRows: number;
  /** A short jittered wait before the list is read again. */
  readonly pause: () => Promise<void>;
}

interface Pass {
  readonly rows: ReadonlyMap<string, Row>;
  /** Why this pass alone does not prove that the list is whole. */
  readonly flaw: string | undefined;
  /**
   * Fewer rows than the service ever said there are, a row that changed within the pass, or an end that was a page
   * repeated: no repetition makes that whole.
   */
  readonly hopeless: boolean;
}

const MAX_PASSES = 3;

/**
 * Every row exactly once, or an error. One pass is believed when its distinct rows are as many as a total that did
 * not move meanwhile; otherwise two passes in a row must be identical, and not short of the total.
 */
export async function readWhole(reading: Reading): Promise<readonly Row[]> {
  let previous: Pass | undefined;
  for (let count = 1; ; count++) {
    const pass = await readPass(reading);
    if (pass.flaw === undefined) return [...pass.rows.values()];
    if (previous && !pass.hopeless && !previous.hopeless && sameRows(pass.rows, previous.rows))
      return [...pass.rows.values()];
    if (count === MAX_PASSES) {
      throw new ReplyError(
        `${reading.action} could not be read as a whole in ${MAX_PASSES} passes: ${pass.flaw}.`,
        "run again; if it persists, report it to Alibaba Cloud with the RequestId",
      );
    }
    previous = pass;
    await reading.pause();
  }
}

async function readPass({ fetchPage, paged, maxRows, action }: Reading): Promise<Pass> {
  const rows = new Map<string, Row>();
  let total: number | undefined;
  let largest = 0;
  let flaw: string | undefined;
  let hopeless = false;
  for (let index = 0; ; index++) {
    const page = await fetchPage(index);
    if (index > 0 && page.total !== total) flaw ??= `the total went from ${total} to ${page.total} while it was read`;
    total = page.total;
    largest = Math.max(largest, total ?? 0);
    const known = rows.size;
    for (const row of page.rows) {
      // Without pages nothing can shift, and rows that share an ID, such as a file name, are really several.
      const key = paged ? row.id : contentOf(row);
      const twin = rows.get(key);
      if (twin && !sameRow(row, twin)) {
        flaw ??= `${row.id} changed while it was read`;
        hopeless = true;
      }
      rows.set(key, row);
    }
    if (Math.max(rows.size, largest) > maxRows) {
      throw new ReplyError(`${action} has more than ${maxRows} rows.`, "ask for less: a shorter time range, or one ID");
    }
    // A page that adds nothing is the end, whatever the total says: going on could go on for ever.
    if (!paged || rows.size === total || rows.size === known) {
      // A full page that adds nothing may be the same page again, in place of one that was never sent.
      hopeless ||= paged && rows.size !== total && page.rows.length > 0;
      break;
    }
  }
  if (paged && rows.size !== total)
    flaw ??= `the service counts ${total ?? "an unknown number of"} rows and sent ${rows.size}`;
  return { rows, flaw, hopeless: hopeless || rows.size < largest };
}

function sameRows(a: ReadonlyMap<string, Row>, b: ReadonlyMap<string, Row>): boolean {
  return a.size === b.size && [...a].every(([id, row]) => sameRow(row, b.get(id)));
}

function sameRow(a: Row, b: Row | undefined): boolean {
  return b !== undefined && contentOf(a) === contentOf(b);
}

/** Links are left out: they are signed anew for every reply. */
function contentOf({ record, unreadable }: Row): string {
  return JSON.stringify([record, [...unreadable].sort()]);
}
