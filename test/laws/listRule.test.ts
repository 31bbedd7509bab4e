import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { flawUnder, packageRule, type ReadingRule, type ReplyOrder, wrongRules } from "../support/laws/readingRules.ts";
import {
  type Change,
  honest,
  LATEST_ENTRY_HOURS,
  type Order,
  type Scenario,
  shiftingList,
  type Total,
} from "../support/laws/shiftingList.ts";

/** Ages at which something is decided: younger and older than a day, just so old, and several of one time. */
const ages = fc.array(fc.constantFrom(0, 1, 1, 5, 23, 24, 24, 25, 30, 48, 48, 72), { maxLength: 7 });
const place = fc.nat({ max: 7 });
const contentChange: fc.Arbitrary<Change> = fc.record({ kind: fc.constant("change"), place });
const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("enter"), lateHours: fc.constantFrom(0, 1, 5, 23, 24) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("leave"), place }) },
  contentChange,
  fc.record({ kind: fc.constant("end"), place }),
);
const oldRow: fc.Arbitrary<Change> = fc.record({ kind: fc.constant("enter"), lateHours: fc.constantFrom(30, 60, 72) });
const replyOrder: fc.Arbitrary<ReplyOrder> = fc.array(fc.nat({ max: 4 }), { maxLength: 8 });

function changesOf(one: fc.Arbitrary<Change>) {
  return fc.array(fc.array(one, { maxLength: 2 }), { maxLength: 9 });
}

interface Kind {
  readonly total?: fc.Arbitrary<Total>;
  readonly changes?: fc.Arbitrary<Scenario["changes"]>;
  readonly unsent?: fc.Arbitrary<readonly number[]>;
  readonly orders?: readonly Order[];
}

const everyOrder: readonly Order[] = ["newest", "oldest", "byNumber", "shiftingTies"];

function scenarios({ total = fc.constant(honest), ...kind }: Kind): fc.Arbitrary<Scenario> {
  const { changes = changesOf(change), unsent = fc.constant([]), orders = everyOrder } = kind;
  return fc.record({
    ages,
    order: fc.constantFrom(...orders),
    pageSize: fc.integer({ min: 1, max: 3 }),
    beyondEnd: fc.constantFrom("empty", "clamp", "refuse"),
    changes,
    total,
    unsent,
  });
}

const someUnsent: fc.Arbitrary<readonly number[]> = fc.oneof(
  { weight: 4, arbitrary: fc.constant([]) },
  fc.array(fc.nat({ max: 6 }), { maxLength: 2 }),
);
const anyHonest = scenarios({ unsent: someUnsent });
/** A list of rows in one state: old rows enter it, too. */
const anyFiltered = scenarios({ changes: changesOf(fc.oneof(change, oldRow)) });
/** No rule can tell what moves between pages from totals that are lies; content may change all the same. */
const lyingAbout = (total: fc.Arbitrary<Total>) =>
  scenarios({ total, changes: changesOf(contentChange), orders: ["newest", "oldest", "byNumber"] });

/** Counts that are wrong, by kind. */
const lies = {
  "the rows of the page, where it is full": fc.constant<Total>((rows, ofPage, isFull) => (isFull ? ofPage : rows)),
  "a few too many": fc.integer({ min: 1, max: 3 }).map(
    (offset): Total =>
      (rows) =>
        rows + offset,
  ),
  "a few too few, over several pages": fc.integer({ min: 1, max: 3 }).map(
    (offset): Total =>
      (rows, _, isFull) =>
        isFull ? Math.max(rows - offset, 0) : rows,
  ),
  "another one in every reply": fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 1, maxLength: 5 }).map(
    (offsets): Total =>
      (rows, _, __, reply) =>
        Math.max(rows + (offsets[reply % offsets.length] ?? 0), 0),
  ),
};

interface Search {
  readonly rule: ReadingRule;
  readonly among?: fc.Arbitrary<Scenario>;
  readonly runs: number;
  readonly filteredByMutableField?: boolean;
}

/** The first scenario in which a rule gives a wrong answer, and what is wrong with it. */
async function searchWrongAnswer({ rule, among = anyHonest, runs, filteredByMutableField = false }: Search) {
  const property = fc.asyncProperty(among, replyOrder, async (scenario, order) => {
    const flaw = await flawUnder(rule, scenario, order, { filteredByMutableField });
    if (flaw !== undefined) throw new Error(flaw);
  });
  return await fc.check(property, { numRuns: runs });
}

describe.each([1, 5])("a list that is read with %i pages at once while it changes", (pagesAtOnce) => {
  const rule = packageRule(pagesAtOnce);
  const RUNS = 4_000;

  test("is the list of one moment, or an error", { timeout: 60_000 }, async () => {
    expect(fc.defaultReportMessage(await searchWrongAnswer({ rule, runs: RUNS }))).toBeUndefined();
  });
  test("so it is when it is filtered by a state, and old rows enter", { timeout: 60_000 }, async () => {
    const details = await searchWrongAnswer({ rule, among: anyFiltered, runs: RUNS, filteredByMutableField: true });
    expect(fc.defaultReportMessage(details)).toBeUndefined();
  });
  test.each(Object.entries(lies))("so it is when the total is a lie: %s", { timeout: 60_000 }, async (_, total) => {
    const details = await searchWrongAnswer({ rule, among: lyingAbout(total), runs: RUNS });
    expect(fc.defaultReportMessage(details)).toBeUndefined();
  });
});

test("a list that does not change is whole, in one pass when all but its newest page is older than a day", async () => {
  const quiet = scenarios({ changes: fc.constant([]) });
  const property = fc.asyncProperty(quiet, fc.boolean(), async (scenario, old) => {
    fc.pre(scenario.order !== "shiftingTies");
    const ages = scenario.ages.map((age) => (old ? age + 24 : age));
    const list = shiftingList({ ...scenario, ages });
    let requests = 0;
    const fetchPage = (index: number) => {
      requests++;
      return Promise.resolve(list.reply(index));
    };
    const rows = await packageRule(5)({ fetchPage, filteredByMutableField: false, pageSize: scenario.pageSize });
    const pages = Math.ceil(ages.length / scenario.pageSize);
    // A last page that may be full is followed by one more request.
    const onePass = ages.length > 0 && ages.length % scenario.pageSize === 0 ? pages + 1 : Math.max(pages, 1);
    expect(rows).toHaveLength(ages.length);
    expect(requests).toBeLessThanOrEqual(old ? onePass : 2 * onePass);
  });
  await fc.assert(property, { numRuns: 1_000 });
});

test("rows enter at most a day late, which is the margin of the rule", () => {
  expect(LATEST_ENTRY_HOURS).toBe(24);
});

test.each(Object.entries(wrongRules))("a wrong rule is caught: %s", { timeout: 60_000 }, async (name, rule) => {
  const cheats: Readonly<Record<string, fc.Arbitrary<Scenario>>> = {
    "stop at the total": lyingAbout(lies["the rows of the page, where it is full"]),
    "a filter by state in one pass": anyFiltered,
  };
  expect(await searchWrongAnswer({ rule, among: cheats[name] ?? anyHonest, runs: 50_000 })).toMatchObject({
    failed: true,
  });
});
