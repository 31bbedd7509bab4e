import { expect, test } from "vitest";
import { type ModeChanges, startEmulator } from "../../emulator/index.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { ask, backupsOf, idsOf } from "./ask.ts";

const shop = "rm-example";
const start = Date.UTC(2026, 0, 1);
const HOUR = 3_600_000;

const emulator = await useEmulator(() => startEmulator({ seeds: [], clock: { now: () => Date.UTC(2026, 6, 27, 8) } }));

/** Backup n began n hours after the start and took half an hour. */
function haveBackups(count: number): void {
  emulator.addSubject(shop);
  for (let n = 1; n <= count; n++) {
    const row = { BackupId: String(n), DBInstanceId: shop, BackupStartTime: at(n), BackupEndTime: at(n + 0.5) };
    emulator.add({ action: "DescribeBackups", subject: shop, row });
  }
}

function at(hours: number): string {
  return new Date(start + hours * HOUR).toISOString().replace(".000Z", "Z");
}

async function reply(more: Readonly<Record<string, string>> = {}) {
  return (await ask(emulator, backupsOf(shop, more))).body;
}

async function ids(more: Readonly<Record<string, string>> = {}) {
  return idsOf(await ask(emulator, backupsOf(shop, more)));
}

/** Reads page after page until the total is there, or a page adds nothing. */
async function readAll(): Promise<{ ids: string[]; pages: number }> {
  const all: string[] = [];
  for (let page = 1; ; page++) {
    const answer = await ask(emulator, backupsOf(shop, { PageNumber: String(page), PageSize: "30" }));
    const added = idsOf(answer);
    all.push(...added);
    if (all.length >= Number(answer.body.TotalRecordCount) || added.length === 0) return { ids: all, pages: page };
  }
}

test("a reply has the documented shape", async () => {
  haveBackups(1);
  expect(await reply()).toEqual({
    RequestId: expect.stringMatching(/^[0-9A-F]{8}-([0-9A-F]{4}-){3}[0-9A-F]{12}$/),
    TotalRecordCount: 1,
    PageNumber: 1,
    PageRecordCount: 1,
    Items: {
      Backup: [
        {
          BackupId: "1",
          DBInstanceId: shop,
          BackupStartTime: "2026-01-01T01:00:00Z",
          BackupEndTime: "2026-01-01T01:30:00Z",
        },
      ],
    },
  });
});

test("the Date header tells the emulator's time, or is not there", async () => {
  haveBackups(0);
  const { headers } = await ask(emulator, backupsOf(shop));
  expect(headers.get("date")).toBe("Mon, 27 Jul 2026 08:00:00 GMT");
  emulator.setModes({ dateHeader: "absent" });
  expect((await ask(emulator, backupsOf(shop))).headers.has("date")).toBe(false);
});

test("pages have 30 rows unless asked otherwise, and a page past the end has none", async () => {
  haveBackups(31);
  expect(await reply()).toMatchObject({ PageNumber: 1, PageRecordCount: 30, TotalRecordCount: 31 });
  expect(await reply({ PageNumber: "2" })).toMatchObject({
    PageNumber: 2,
    PageRecordCount: 1,
    Items: { Backup: [{ BackupId: "1" }] },
  });
  expect(await reply({ PageNumber: "3" })).toMatchObject({ PageNumber: 3, PageRecordCount: 0, TotalRecordCount: 31 });
  expect(await reply({ PageSize: "50" })).toMatchObject({ PageRecordCount: 31 });
});

const modes: ModeChanges[] = [
  {},
  { order: "asc" },
  { order: "shuffled", shuffleSeed: 7 },
  { pageCap: 7 },
  { counters: "text" },
  { timeFilter: "end" },
];

test.each(modes.flatMap((mode) => [0, 1, 30, 31, 200].map((count) => ({ mode, count }))))(
  "$count rows come exactly once over all pages in mode $mode",
  async ({ mode, count }) => {
    haveBackups(count);
    emulator.setModes(mode);
    const expected = Array.from({ length: count }, (_, n) => String(n + 1));
    const read = await readAll();
    expect(read.ids.sort((a, b) => Number(a) - Number(b))).toEqual(expected);
    expect(read.pages).toBe(Math.max(1, Math.ceil(count / (mode.pageCap ?? 30))));
  },
);

test("order is newest first, oldest first, or neither but always the same", async () => {
  haveBackups(20);
  const newest = Array.from({ length: 20 }, (_, n) => String(20 - n));
  expect(await ids()).toEqual(newest);
  emulator.setModes({ order: "asc" });
  expect(await ids()).toEqual(newest.toReversed());
  emulator.setModes({ order: "shuffled" });
  const shuffled = await ids();
  expect([newest, newest.toReversed()]).not.toContainEqual(shuffled);
  expect(await ids()).toEqual(shuffled);
  emulator.setModes({ shuffleSeed: 2 });
  expect(await ids()).not.toEqual(shuffled);
});

test("a time range is compared with the start, or with the end, and includes both of its own ends", async () => {
  haveBackups(6);
  const range = { StartTime: "2026-01-01T02:00Z", EndTime: "2026-01-01T04:00Z" };
  expect(await ids(range)).toEqual(["4", "3", "2"]);
  emulator.setModes({ timeFilter: "end" });
  expect(await ids(range)).toEqual(["3", "2"]);
  expect(await ids({ StartTime: "2026-01-01T05:30Z" })).toEqual(["6", "5"]);
  expect(await ids({ EndTime: "2026-01-01T01:30Z" })).toEqual(["1"]);
});

test("filters leave what was asked for", async () => {
  haveBackups(4);
  emulator.change({ id: "2" }, { BackupStatus: "Failed", BackupMode: "Manual" });
  emulator.change({ id: "3" }, { BackupStatus: "Success", BackupMode: "Manual" });
  expect(await ids({ BackupId: "4" })).toEqual(["4"]);
  expect(await ids({ BackupMode: "Manual" })).toEqual(["3", "2"]);
  expect(await ids({ BackupMode: "Manual", BackupStatus: "Failed" })).toEqual(["2"]);
  expect(await ids({ BackupId: "5" })).toEqual([]);
});

test("instances do not see each other's backups", async () => {
  haveBackups(2);
  emulator.add({ action: "DescribeBackups", subject: "rm-other", row: { BackupId: "9", DBInstanceId: "rm-other" } });
  expect(await ids()).toEqual(["2", "1"]);
});
