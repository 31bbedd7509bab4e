import type { Page } from "../../provider/core/readPage.ts";
import { readWhole } from "../../provider/core/readWhole.ts";
import type { Row } from "../../provider/core/row.ts";
import { describeBackups } from "../../provider/operations/describeBackups.ts";
import { backupRow } from "./backups.ts";

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
  return { total, rows, echoed: {} };
}

/** What is read from replies that come in this order; a reply too many is empty. */
export async function readFrom(pages: readonly Page[], { paged = true, maxRows = 100 } = {}) {
  let asked = 0;
  let pauses = 0;
  const found = await readWhole({
    action: "DescribeBackups",
    paged,
    maxRows,
    fetchPage: () => Promise.resolve(pages[asked++] ?? page(pages[0]?.total ?? 12)),
    pause: async () => {
      pauses++;
      await Promise.resolve();
    },
  });
  return { ids: found.map(({ id }) => Number(id)), asked, pauses };
}
