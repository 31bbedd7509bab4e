import type { Page } from "../../../provider/core/readPage.ts";
import { readWhole } from "../../../provider/core/readWhole.ts";
import type { Row } from "../../../provider/core/row.ts";
import { describeBackups } from "../../../provider/operations/describeBackups/describeBackups.ts";
import { backupRow, NOW } from "../fixtures/backups.ts";

/** Twelve rows, of which the replies to `readWhole` are made. */
export const rows = Array.from({ length: 12 }, (_, index) =>
  describeBackups.decodeRow(backupRow(String(index), index)),
);

/** A page of some of the rows, by number. */
export function page(total: number | undefined, ...numbers: readonly number[]): Page {
  return pageOf(
    total,
    numbers.flatMap((number) => rows[number] ?? []),
  );
}

export function pageOf(total: number | undefined, rows: readonly Row[]): Page {
  return { total, rows, pageSize: undefined, echoed: {} };
}

interface ReadingOptions {
  readonly maxRows?: number;
  readonly maxPauses?: number;
  readonly filteredByMutableField?: boolean;
  /** The service's time in every reply. */
  readonly now?: number | undefined;
}

/** What is read from replies that come in this order, one at a time; a reply too many is empty. */
export async function readFrom(
  pages: readonly (Page | undefined)[],
  { maxRows = 100, maxPauses = 1, filteredByMutableField = false, ...time }: ReadingOptions = {},
) {
  const now = "now" in time ? time.now : NOW;
  let requests = 0;
  let pauses = 0;
  const whole = await readWhole({
    action: "DescribeBackups",
    pageSizes: [5],
    filteredByMutableField,
    maxRows,
    pagesAtOnce: 1,
    fetchPage: () => {
      const reply = requests < pages.length ? pages[requests] : page(pages[0]?.total ?? 12);
      requests++;
      return Promise.resolve(reply ? { ...reply, serviceTime: now } : { refusal: new Error("there is no such page") });
    },
    pause: () => Promise.resolve(pauses++ < maxPauses),
  });
  return { ids: whole.map(({ id }) => Number(id)), requests, pauses };
}
