import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ReplyError } from "../../provider/core/errors/ReplyError.ts";
import type { Page } from "../../provider/core/readPage.ts";
import { readWhole } from "../../provider/core/readWhole.ts";
import type { Row } from "../../provider/core/row.ts";
import { describeBackups } from "../../provider/operations/describeBackups.ts";
import { backupRow } from "../support/backups.ts";
import { page, pageOf, readFrom, rows } from "../support/pages.ts";

describe("one pass is enough", () => {
  test("when the rows are as many as the total", async () => {
    expect(await readFrom([page(4, 0, 1), page(4, 2, 3)])).toEqual({ ids: [0, 1, 2, 3], asked: 2, pauses: 0 });
  });
  test("when there are none, and the total is 0", async () => {
    expect(await readFrom([page(0)])).toEqual({ ids: [], asked: 1, pauses: 0 });
  });
  test("when pages are smaller than was asked for", async () => {
    expect(await readFrom([page(3, 0), page(3, 1), page(3, 2)])).toEqual({ ids: [0, 1, 2], asked: 3, pauses: 0 });
  });
  test("when everything comes at once", async () => {
    expect(await readFrom([page(undefined, 0, 1)], { paged: false })).toEqual({ ids: [0, 1], asked: 1, pauses: 0 });
  });
});

describe("the list is read again, and is whole then", () => {
  test.each([
    ["a repeated page", [page(4, 0, 1), page(4, 0, 1)]],
    ["an empty page in the middle", [page(4, 0, 1), page(4)]],
    ["rows that moved to a page that was read", [page(4, 0, 1), page(4, 1, 2), page(4)]],
    ["a total that moves", [page(3, 0, 1), page(4, 2, 3)]],
  ])("after %s", async (_, first) => {
    const { ids, asked, pauses } = await readFrom([...first, page(4, 0, 1), page(4, 2, 3)]);
    expect(ids).toEqual([0, 1, 2, 3]);
    expect(asked).toBe(first.length + 2);
    expect(pauses).toBe(1);
  });

  test("after a row that changed while it was read", async () => {
    const changed = describeBackups.decodeRow(backupRow("1", 1, { BackupStatus: "Failed" }));
    const first = [page(3, 0, 1), pageOf(3, [changed, ...page(3, 2).rows])];
    const { ids, asked } = await readFrom([...first, page(3, 0, 1), page(3, 2)]);
    expect(ids).toEqual([0, 1, 2]);
    expect(asked).toBe(4);
  });
});

describe("two identical passes are believed", () => {
  const failed = describeBackups.decodeRow(backupRow("0", 0, { BackupStatus: "Failed" }));
  test("when the service counts fewer rows than it sends", async () => {
    const pass = [page(1, 0, 1), page(1, 2), page(1)];
    expect(await readFrom([...pass, ...pass])).toEqual({ ids: [0, 1, 2], asked: 6, pauses: 1 });
  });
  test("when it does not say how many there are", async () => {
    const pass = [page(undefined, 0, 1), page(undefined, 2), page(undefined)];
    expect(await readFrom([...pass, ...pass])).toEqual({ ids: [0, 1, 2], asked: 6, pauses: 1 });
  });
  test("only in a row: what differs from pass to pass is an error", async () => {
    const passes = [0, 1, 2].flatMap((last) => [page(undefined, 5, last), page(undefined)]);
    await expect(readFrom(passes)).rejects.toThrow("could not be read as a whole in 3 passes");
  });
  test("never when they are short of the total", async () => {
    const pass = [page(4, 0, 1), page(4)];
    await expect(readFrom([...pass, ...pass, ...pass])).rejects.toThrow(
      "DescribeBackups could not be read as a whole in 3 passes: the service counts 4 rows and sent 2.",
    );
  });
  test("never when a row changed within them", async () => {
    const changed = describeBackups.decodeRow(backupRow("0", 1, { BackupStatus: "Failed" }));
    const pass = [page(2, 0), pageOf(2, [changed])];
    await expect(readFrom([...pass, ...pass, ...pass])).rejects.toThrow(ReplyError);
  });
  test.each<readonly [string, readonly Page[]]>([
    ["two rows of one page contradict each other", [pageOf(1, [...page(1, 0).rows, failed])]],
    ["a page is repeated and the total is absent", [page(undefined, 0, 1), page(undefined, 0, 1)]],
    ["a page is repeated and the total is too low", [page(1, 0, 1), page(1, 0, 1)]],
    ["the total was once higher than what came", [page(3, 0), page(2, 1)]],
  ])("never when %s", async (_, pass) => {
    await expect(readFrom([...pass, ...pass, ...pass])).rejects.toThrow("could not be read as a whole in 3 passes");
  });
  test("only if the same fields are unreadable in both", async () => {
    const [absent, unreadable] = [undefined, "?"].map((IsAvail) => [
      pageOf(undefined, [describeBackups.decodeRow(backupRow("0", 1, { IsAvail }))]),
      page(undefined),
    ]);
    const [a = [], b = []] = [absent, unreadable];
    await expect(readFrom([...a, ...b, ...a])).rejects.toThrow("could not be read as a whole in 3 passes");
    expect((await readFrom([...a, ...b, ...b])).ids).toEqual([0]);
  });
});

test("too many rows are an error that says how to ask for less", async () => {
  await expect(readFrom([page(12, 0, 1, 2, 3)], { maxRows: 3 })).rejects.toEqual(
    expect.objectContaining({
      message: "DescribeBackups has more than 3 rows.",
      remedy: "ask for less: a shorter time range, or one ID",
    }),
  );
  await expect(readFrom([page(1_000_000, 0)])).rejects.toThrow("more than 100 rows");
});

test("new links for the same row are no change", async () => {
  const signed = (signature: string): Row =>
    describeBackups.decodeRow(backupRow("0", 1, { BackupDownloadURL: `https://x.example/f?Signature=${signature}` }));
  const pages = [page(2, 1), pageOf(2, [signed("a"), ...page(2, 1).rows]), pageOf(2, [signed("b")])];
  expect((await readFrom(pages)).ids).toEqual([1, 0]);
});

test("whatever the service does with its pages, the answer is whole or an error", async () => {
  const numbers = fc.array(fc.integer({ min: 0, max: 11 }), { maxLength: 6 });
  // There are 12 rows; now and then the service counts one too many.
  const layout = fc.array(fc.record({ numbers, total: fc.constantFrom(12, 12, 12, 12, 13) }), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(layout, async (pages) => {
      const outcome = await readFrom(pages.map(({ numbers, total }) => page(total, ...numbers))).then(
        ({ ids }) => ids.toSorted((a, b) => a - b),
        (error: unknown) => error,
      );
      if (!(outcome instanceof ReplyError)) expect(outcome).toEqual(rows.map((_, index) => index));
    }),
    { numRuns: 300 },
  );
});

test("however an honest service cuts its pages, every row is there once", async () => {
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(rows), fc.integer({ min: 1, max: 12 }), async (list, size) => {
      const found = await readWhole({
        action: "DescribeBackups",
        paged: true,
        maxRows: 100,
        fetchPage: (index) => Promise.resolve(pageOf(list.length, list.slice(index * size, (index + 1) * size))),
        pause: () => Promise.reject(new Error("an honest list needs no second pass")),
      });
      expect(found).toEqual(list);
    }),
  );
});
