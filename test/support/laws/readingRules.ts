import { ReplyError } from "../../../provider/core/errors/ReplyError.ts";
import { readWhole } from "../../../provider/core/readWhole.ts";
import type { Row } from "../../../provider/core/row.ts";
import type { PageReply } from "../../../provider/core/startPass.ts";
import { DAY } from "../fixtures/backups.ts";
import { flawOf, type Scenario, shiftingList } from "./shiftingList.ts";

/** How a list is read; undefined: "could not be read as a whole". */
export type ReadingRule = (list: ListUnderTest) => Promise<readonly Row[] | undefined>;

export interface ListUnderTest {
  readonly fetchPage: (index: number) => Promise<PageReply | undefined>;
  readonly filteredByMutableField: boolean;
  readonly pageSize: number;
}

/** In which order the service gets to pages that were asked for at once. */
export type ReplyOrder = readonly number[];

/** What a rule makes of a scenario: undefined when it is right or an error. */
export async function flawUnder(
  rule: ReadingRule,
  scenario: Scenario,
  replyOrder: ReplyOrder,
  filter?: { readonly filteredByMutableField: boolean },
): Promise<string | undefined> {
  const list = shiftingList(scenario);
  const fetchPage = shuffledReplies(list.reply, replyOrder);
  const { filteredByMutableField = false } = filter ?? {};
  const rows = await rule({ fetchPage, filteredByMutableField, pageSize: scenario.pageSize });
  return rows && flawOf(rows, list.moments());
}

/** Requests that wait at the same time are answered in an order of the scenario's. */
function shuffledReplies(reply: (index: number) => PageReply | undefined, order: ReplyOrder) {
  let waiting: (() => void)[] = [];
  let turn = 0;
  function answerOne(): void {
    const place = (order[turn++ % Math.max(order.length, 1)] ?? 0) % waiting.length;
    const [next] = waiting.splice(place, 1);
    next?.();
  }
  return (index: number): Promise<PageReply | undefined> =>
    new Promise((resolve) => {
      waiting = [...waiting, () => resolve(reply(index))];
      // By then everyone who asks at the same time has asked.
      setImmediate(answerOne);
    });
}

/** The rule of this package. */
export function packageRule(pagesAtOnce: number): ReadingRule {
  return async ({ fetchPage, filteredByMutableField, pageSize }) => {
    const reading = readWhole({
      action: "DescribeBackups",
      fetchPage: async (index, onArrival) => {
        const reply = await fetchPage(index);
        onArrival?.();
        // Decoding takes a while, in which other pages may be requested and arrive.
        await new Promise(setImmediate);
        return reply ?? { refusal: new ReplyError("there is no such page") };
      },
      pageSizes: [pageSize],
      filteredByMutableField,
      maxRows: 1000,
      pagesAtOnce,
      pause: (round) => Promise.resolve(round < 5),
    });
    return await reading.catch((error: unknown) => {
      if (error instanceof ReplyError) return undefined;
      throw error;
    });
  };
}

type RuleName =
  | "believe one pass"
  | "stop at the total"
  | "newest first, and page one read once more"
  | "two passes without a barrier"
  | "two passes short of a total"
  | "a settled margin of zero"
  | "a filter by state in one pass";

/** Rules that look sensible and are wrong: the property must catch each of them. */
export const wrongRules: Readonly<Record<RuleName, ReadingRule>> = {
  "believe one pass": async (list) => unique((await readPages(list, toTheEnd)).flatMap(({ rows }) => rows)),
  "stop at the total": (list) => settledRule(list, { goesOn: untilTotal }),
  "newest first, and page one read once more": async (list) => {
    const pages = await readPages(list, toTheEnd);
    const rows = unique(pages.flatMap(({ rows }) => rows));
    const again = await list.fetchPage(0);
    const sameTop = JSON.stringify(again?.rows) === JSON.stringify(pages[0]?.rows);
    return sameTop && again?.total === rows.length ? rows : undefined;
  },
  "two passes without a barrier": async (list) => {
    const [first, second] = await Promise.all([readPages(list, toTheEnd), readPages(list, toTheEnd)]);
    return agreeing(first, second, { allowShort: false });
  },
  "two passes short of a total": async (list) => {
    const first = await readPages(list, toTheEnd);
    return agreeing(first, await readPages(list, toTheEnd), { allowShort: true });
  },
  "a settled margin of zero": (list) => settledRule(list, { marginMs: 0 }),
  "a filter by state in one pass": (list) => packageRule(1)({ ...list, filteredByMutableField: false }),
};

type GoesOn = (pages: readonly PageReply[], pageSize: number) => boolean;

const toTheEnd: GoesOn = (pages, pageSize) => {
  const fresh = unique(pages.flatMap(({ rows }) => rows)).length;
  const before = unique(pages.slice(0, -1).flatMap(({ rows }) => rows)).length;
  const last = pages.at(-1)?.rows.length ?? 0;
  return fresh > before && (last >= pageSize || fresh < Math.max(...pages.map(({ total }) => total ?? 0)));
};
const untilTotal: GoesOn = (pages, pageSize) =>
  toTheEnd(pages, pageSize) && unique(pages.flatMap(({ rows }) => rows)).length < (pages.at(-1)?.total ?? 0);

async function readPages({ fetchPage, pageSize }: ListUnderTest, goesOn: GoesOn): Promise<PageReply[]> {
  const pages: PageReply[] = [];
  do {
    const page = await fetchPage(pages.length);
    if (page === undefined) break;
    pages.push(page);
  } while (goesOn(pages, pageSize));
  return pages;
}

/** One pass of rows that are old enough, as in the package's rule, with one thing about it changed. */
async function settledRule(list: ListUnderTest, { goesOn = toTheEnd, marginMs = DAY }) {
  const pages = await readPages(list, goesOn);
  const [first, ...later] = pages;
  const rows = pages.flatMap((page) => page.rows);
  const settledUntil = (first?.serviceTime ?? 0) - marginMs;
  const settled = later.every((page) =>
    page.rows.every(({ lastChangeTime = settledUntil + 1 }) => lastChangeTime <= settledUntil),
  );
  return settled && unique(rows).length === rows.length && rows.length === first?.total ? rows : undefined;
}

function agreeing(
  first: readonly PageReply[],
  second: readonly PageReply[],
  { allowShort }: { readonly allowShort: boolean },
) {
  const [a, b] = [first, second].map((pages) => pages.flatMap(({ rows }) => rows).toSorted(byId));
  if (a === undefined || b === undefined || unique(a).length < a.length) return undefined;
  const short = [...first, ...second].some(({ total }) => (total ?? 0) > b.length);
  const same = JSON.stringify(a.map(({ record }) => record)) === JSON.stringify(b.map(({ record }) => record));
  return same && (allowShort || !short) ? a : undefined;
}

function unique(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.identity, row])).values()];
}

function byId(a: Row, b: Row): number {
  return Number(a.id) - Number(b.id);
}
