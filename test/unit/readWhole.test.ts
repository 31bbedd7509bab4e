import { describe, expect, test } from "vitest";
import { ReplyError } from "../../provider/core/errors/ReplyError.ts";
import type { Page } from "../../provider/core/readPage.ts";
import { distinctUnpagedRows } from "../../provider/core/readWhole.ts";
import type { Row } from "../../provider/core/row.ts";
import { describeBackups } from "../../provider/operations/describeBackups/describeBackups.ts";
import { backupRow, HOUR, iso, NOW } from "../support/fixtures/backups.ts";
import { page, pageOf, readFrom } from "../support/laws/pages.ts";

/** A backup that ended so many hours before page one. */
function ended(id: string, hours: number): Row {
  const times = { BackupStartTime: iso(NOW - (hours + 1) * HOUR), BackupEndTime: iso(NOW - hours * HOUR) };
  return describeBackups.decodeRow(backupRow(id, 0, times));
}
const failed = describeBackups.decodeRow(backupRow("0", 0, { BackupStatus: "Failed" }));

describe("one page", () => {
  test("is whole when its rows are as many as its total", async () => {
    expect(await readFrom([page(2, 0, 1)])).toEqual({ ids: [0, 1], requests: 1, pauses: 0 });
    expect(await readFrom([page(0)])).toEqual({ ids: [], requests: 1, pauses: 0 });
  });
  // Pages of five may have been asked for.
  test.each([
    ["an empty page", page(5)],
    ["the same rows again", page(5, 0, 1, 2, 3, 4)],
    ["the same rows in another order", page(5, 4, 3, 2, 1, 0)],
    ["some of them again", page(5, 4)],
    ["a refusal of the number", undefined],
  ])("that is full is followed by another, and %s is the end", async (_, second) => {
    expect(await readFrom([page(5, 0, 1, 2, 3, 4), second])).toMatchObject({ ids: [0, 1, 2, 3, 4], requests: 2 });
  });
  test("that is as long as the reply calls its page size is followed by another", async () => {
    expect(await readFrom([{ ...page(3, 0, 1, 2), pageSize: 3 }, page(3)])).toMatchObject({
      ids: [0, 1, 2],
      requests: 2,
    });
  });
  test("W2: that is full beside a total of its own length does not hide the next", async () => {
    const pass = [page(5, 0, 1, 2, 3, 4), page(5, 5)];
    const { ids, requests } = await readFrom([...pass, page(5), ...pass, page(5)]);
    expect(ids).toEqual([0, 1, 2, 3, 4, 5]);
    // The total is proven to be too low, so the end of each pass is an empty page.
    expect(requests).toBe(6);
  });
  test("whose row has changed on the page behind it is read again", async () => {
    const full = page(5, 0, 1, 2, 3, 4);
    expect(await readFrom([full, pageOf(5, [failed]), full, page(5)])).toMatchObject({ requests: 4, pauses: 0 });
  });
});

describe("several pages in one pass", () => {
  const recent = [ended("9", 1), ended("8", 2), ended("7", 3)];
  const read = (...older: readonly Row[]) => readFrom([pageOf(5, recent), pageOf(5, older)]);

  test("are whole when every row behind page one ended a day before it or earlier", async () => {
    expect(await read(ended("6", 24), ended("5", 48))).toEqual({ ids: [9, 8, 7, 6, 5], requests: 2, pauses: 0 });
  });
  test.each([
    ["ended a second less than a day before", ended("6", 24 - 1 / 3600)],
    ["has no time", describeBackups.decodeRow(backupRow("6", 48, { BackupStartTime: "", BackupEndTime: "" }))],
    ["has an end that cannot be read", describeBackups.decodeRow(backupRow("6", 48, { BackupEndTime: "x" }))],
    ["ends in the future", ended("6", -30)],
  ])("are read twice when a row behind page one %s", async (_, row) => {
    const pass = [pageOf(5, recent), pageOf(5, [row, ended("5", 48)])];
    expect(await readFrom([...pass, ...pass])).toMatchObject({ requests: 4, pauses: 0 });
  });
  test("a row without an end is as old as its start", async () => {
    const running = describeBackups.decodeRow(backupRow("6", 48, { BackupEndTime: undefined }));
    expect(await read(running, ended("5", 48))).toMatchObject({ requests: 2 });
  });
  test("are read twice where the service does not tell its time", async () => {
    const pass = [pageOf(5, recent), pageOf(5, [ended("6", 48), ended("5", 72)])];
    expect(await readFrom([...pass, ...pass], { now: undefined })).toMatchObject({ requests: 4 });
  });
  test("are read twice under a filter by something that changes", async () => {
    const pass = [pageOf(5, recent), pageOf(5, [ended("6", 48), ended("5", 72)])];
    expect(await readFrom([...pass, ...pass], { filteredByMutableField: true })).toMatchObject({ requests: 4 });
  });
  test("under such a filter one page is still enough", async () => {
    expect(await readFrom([page(2, 0, 1)], { filteredByMutableField: true })).toMatchObject({ requests: 1 });
  });
});

describe("the list is read again, and is whole then", () => {
  test.each([
    ["a repeated page", [page(4, 0, 1), page(4, 0, 1)]],
    ["an empty page in the middle", [page(4, 0, 1), page(4)]],
    ["rows that moved to a page that was read", [page(4, 0, 1), page(4, 1, 2), page(4)]],
    ["a total that grew", [page(3, 0, 1), page(4, 2, 3), page(4)]],
    ["a row that changed", [page(3, 0, 1), pageOf(3, [failed, ...page(3, 2).rows]), page(3)]],
  ])("after %s", async (_, first) => {
    const { ids, requests, pauses } = await readFrom([...first, pageOf(2, [ended("8", 1), ended("7", 2)])]);
    expect(ids).toEqual([8, 7]);
    expect(requests).toBe(first.length + 1);
    expect(pauses).toBe(0);
  });
  test("a third time after a pause, and a fourth", async () => {
    const differing = [0, 1, 2].flatMap((last) => [page(2, last), page(2)]);
    const { ids, pauses } = await readFrom([...differing, page(2, 0, 1)], { maxPauses: 2 });
    expect(ids).toEqual([0, 1]);
    expect(pauses).toBe(2);
  });
});

describe("two passes", () => {
  const recent = page(3, 0, 1);
  test("with the same rows are believed", async () => {
    const pass = [recent, page(3, 2)];
    expect(await readFrom([...pass, ...pass])).toEqual({ ids: [0, 1, 2], requests: 4, pauses: 0 });
  });
  test("are believed when the service counts fewer rows than it sends, each read to an empty page", async () => {
    const pass = [page(1, 0, 1), page(1, 2), page(1)];
    expect(await readFrom([...pass, ...pass])).toEqual({ ids: [0, 1, 2], requests: 6, pauses: 0 });
  });
  test("that are short of the total alike are an error at once", async () => {
    const pass = [page(4, 0, 1), page(4)];
    await expect(readFrom([...pass, ...pass])).rejects.toThrow(
      "DescribeBackups could not be read as a whole in 2 passes: the service counts 4 rows and sent 2.",
    );
  });
  test("that are short of the total of page one alike are an error at the third, as later replies count fewer", async () => {
    const pass = [page(4, 0, 1), page(3, 2), page(3)];
    await expect(readFrom([...pass, ...pass, ...pass])).rejects.toThrow(
      "in 3 passes: the service counts 4 rows and sent 3.",
    );
  });
  test("that are short by chance, because one row came behind the first and another left within the second, are no error", async () => {
    // Row 9 enters before the last page of the first pass; row 1 leaves before the second page of the second.
    const first = [page(4, 0, 1), page(4, 2, 3), page(5, 3)];
    const second = [page(5, 0, 1), page(4, 2, 3), page(4)];
    const third = page(4, 0, 2, 3, 9);
    expect((await readFrom([...first, ...second, third])).ids).toEqual([0, 2, 3, 9]);
  });
  test("of which each lost a page that was counted are no error, as each may have lost another row", async () => {
    const short = [page(3, 0, 1), undefined];
    expect((await readFrom([...short, ...short, page(2, 0, 1)])).ids).toEqual([0, 1]);
    await expect(readFrom([...short, ...short, ...short])).rejects.toThrow();
  });
  test.each([
    ["behind page one, which is not full", [page(3, 0, 1), undefined]],
    ["that was asked for because page one is full", [page(6, 0, 1, 2, 3, 4), undefined]],
    ["behind those that the first total speaks of", [page(6, 0, 1, 2, 3, 4), page(12, 5, 6, 7, 8, 9), undefined]],
  ])("are read where the first found a page gone that was counted: %s", async (_, shortened) => {
    const { ids, requests } = await readFrom([...shortened, page(2, 0, 1)]);
    expect(ids).toEqual([0, 1]);
    expect(requests).toBe(shortened.length + 1);
  });
  test("that differ are an error that says so, though the last page of each was refused", async () => {
    const passes = [0, 1, 2].flatMap((id) => [page(2, id, id + 1, id + 2), undefined]);
    await expect(readFrom(passes)).rejects.toThrow("in 3 passes: its rows differ from pass to pass.");
  });
  test("of which the first was short of the total are not enough", async () => {
    const pass = [recent, page(3, 2)];
    const { requests, pauses } = await readFrom([page(4, 0, 1), page(4, 2), page(4), ...pass, ...pass]);
    expect(requests).toBe(7);
    expect(pauses).toBe(1);
  });
  test("of which the second counts a row that it has not are not enough, though the first is not short", async () => {
    const { ids } = await readFrom([recent, page(3, 2), page(3, 0, 1), page(4, 2), page(4), page(4, 0, 1, 2, 9)]);
    expect(ids).toEqual([0, 1, 2, 9]);
  });
  test.each<readonly [string, number, Page[]]>([
    ["row 1 came twice in the first", 0, [recent, page(3, 1, 2), page(3)]],
    ["row 1 came twice in the second", 1, [recent, page(3, 1, 2), page(3)]],
    ["row 0 changed within the first", 0, [recent, pageOf(3, [failed, ...page(3, 2).rows]), page(3)]],
    ["row 0 changed within the second", 1, [recent, pageOf(3, [failed, ...page(3, 2).rows]), page(3)]],
  ])("are not believed when %s alone", async (_, position, flawed) => {
    const clean = [recent, page(3, 2)];
    const passes = [clean, clean, clean].toSpliced(position, 0, flawed).slice(0, position + 3);
    const { ids, requests } = await readFrom(passes.flat(), { maxPauses: 2 });
    expect(ids).toEqual([0, 1, 2]);
    expect(requests).toBe(passes.flat().length);
  });
  test("are not believed when content differs", async () => {
    const other = pageOf(3, [failed, ...page(3, 1).rows]);
    const passes = [recent, page(3, 2), other, page(3, 2), recent, page(3, 2)];
    await expect(readFrom(passes)).rejects.toThrow("in 3 passes: its rows differ from pass to pass.");
  });
  test("are not believed when the same field is unreadable in one and absent in the other", async () => {
    const [absent, unreadable] = [undefined, "?"].map((IsAvail) =>
      pageOf(3, [describeBackups.decodeRow(backupRow("2", 1, { IsAvail }))]),
    );
    await expect(readFrom([recent, absent, recent, unreadable, recent, absent])).rejects.toThrow(ReplyError);
  });
  test.each<readonly [string, readonly Page[], string]>([
    [
      "row 0 changed",
      [pageOf(2, [...page(2, 0).rows, failed, ...page(2, 1).rows])],
      "row 0 came twice, with different content",
    ],
    ["row 1 came twice", [page(4, 0, 1, 2), page(4, 1, 3)], "row 1 came twice"],
    [
      "row 0 changed behind the end",
      [page(5, 0, 1, 2, 3, 4), pageOf(5, [failed])],
      "row 0 came twice, with different content",
    ],
  ])("are not believed when within them %s", async (_, pass, why) => {
    await expect(readFrom([...pass, ...pass, ...pass])).rejects.toThrow(`in 3 passes: ${why}.`);
  });
});

test("a reply without a readable total is never the whole", async () => {
  const message = "DescribeBackups sent no readable total: whether these rows are all of them cannot be told.";
  await expect(readFrom([page(undefined, 0, 1)])).rejects.toThrow(message);
  await expect(readFrom([page(3, 0, 1), page(undefined, 2)])).rejects.toThrow(message);
});

test("too many rows are an error that says how to ask for less", async () => {
  const tooMany = {
    message: "DescribeBackups has more than 3 rows.",
    remedy: "ask for less: a shorter time range, or one ID",
  };
  await expect(readFrom([page(12, 0, 1, 2, 3)], { maxRows: 3 })).rejects.toEqual(expect.objectContaining(tooMany));
  await expect(readFrom([page(1_000_000, 0)])).rejects.toThrow("more than 100 rows");
  await expect(readFrom([page(1, 0, 1), page(1, 2, 3)], { maxRows: 3 })).rejects.toEqual(
    expect.objectContaining(tooMany),
  );
});

test("new links for the same row are no change", async () => {
  const signed = (signature: string): Row =>
    describeBackups.decodeRow(backupRow("0", 1, { BackupDownloadURL: `https://x.example/f?Signature=${signature}` }));
  const [first, second] = ["a", "b"].map((signature) => [page(3, 1, 2), pageOf(3, [signed(signature)])]);
  expect((await readFrom([...(first ?? []), ...(second ?? [])])).ids).toEqual([1, 2, 0]);
});

test("N11: a row is one by what never changes of it, not by its ID alone", async () => {
  const two = [ended("7", 48), { ...ended("7", 72), identity: "another" }];
  expect((await readFrom([pageOf(2, two)])).ids).toEqual([7, 7]);
  const [full, incremental] = two.map((row) => pageOf(2, [row]));
  expect((await readFrom([full, incremental])).ids).toEqual([7, 7]);
});

test("what comes without pages is whole at once; only rows with the same content are one", () => {
  const [first, second] = [ended("7", 48), ended("7", 72)];
  expect(distinctUnpagedRows(pageOf(undefined, [first, second, first]))).toEqual([first, second]);
});
