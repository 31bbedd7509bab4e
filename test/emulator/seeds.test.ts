import { afterEach, expect, test } from "vitest";
import { type Emulator, type Seed, seeds, startEmulator } from "../../emulator/index.ts";
import { operations } from "../../provider/operations/index.ts";
import { ask, backupsOf, idsOf } from "./ask.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const now = Date.parse("2027-02-03T04:05:06Z");
const clock = { now: () => now };

let emulator: Emulator;
afterEach(() => emulator?.close());

/** How long ago each of an instance's backups began, in hours, newest first. */
function agesOf(subject: string): number[] {
  return emulator.records({ subject }).map(({ row }) => (now - Date.parse(String(row.BackupStartTime))) / HOUR);
}

test("the healthy shop has a full backup of each of the last 35 days, and logical ones between", async () => {
  emulator = await startEmulator({ clock });
  const subject = "rm-bp1shop0healthy01";
  const full = emulator.records({ subject, where: { BackupMethod: "Physical" } });
  const days = agesOf(subject).map((hours) => Math.floor(hours / 24));

  expect(full).toHaveLength(35);
  expect(full.every(({ row }) => row.BackupStatus === "Success" && row.IsAvail === 1)).toBe(true);
  expect(new Set(days)).toEqual(new Set(Array.from({ length: 35 }, (_, day) => day)));
  expect((now - Date.parse(String(full[0]?.row.BackupStartTime))) / HOUR).toBeCloseTo(9, 0);
  expect(emulator.records({ subject, newest: 1 })[0]?.row).toMatchObject({
    BackupMethod: "Logical",
    BackupDBNames: "orders",
  });
});

test("the newest backup of the CRM failed, and the newest good one is older than a day", async () => {
  emulator = await startEmulator({ clock });
  const [newest, before] = emulator.records({ subject: "rm-bp1crm00failed001" });
  const [newestAge = 0, goodAge = 0] = agesOf("rm-bp1crm00failed001");

  expect(newest?.row).toMatchObject({ BackupStatus: "Failed", BackupSize: 0, IsAvail: 0 });
  expect(before?.row).toMatchObject({ BackupStatus: "Success", BackupMethod: "Snapshot", IsAvail: 1 });
  expect(newestAge).toBeLessThan(24);
  expect(goodAge).toBeGreaterThan(26);
});

test("the newest backup of the wiki is good, and nine days old", async () => {
  emulator = await startEmulator({ clock });
  const [age = 0] = agesOf("rm-bp1wiki00stale001");
  expect(age / 24).toBeCloseTo(9, 1);
  expect(emulator.records({ subject: "rm-bp1wiki00stale001", where: { BackupStatus: "Success" } })).toHaveLength(15);
});

const written: Seed = {
  about: "Every form in which a time is written.",
  asOf: "2026-01-31T00:00:00Z",
  subject: "rm-times",
  region: "cn-hangzhou",
  records: [
    {
      action: "DescribeBackups",
      row: {
        BackupId: "1769817600",
        DBInstanceId: "rm-times",
        BackupStartTime: "2026-01-30T22:00:00Z",
        BackupEndTime: "2026-01-30T23:30Z",
        ConsistentTime: 1_769_817_600,
        ExpectExpireTime: "",
        BackupSize: 1_769_817_600,
        BackupDownloadURL: "http://oss/x?Expires=1769817600&Signature=a",
        GmtCreate: "1769817600000",
        BackupDownloadLinkByDB: { BackupDownloadLinkByDB: [{ DownloadLink: "http://oss/y?a=b&Expires=1769817600" }] },
      },
    },
    {
      action: "DescribeBackups",
      row: {
        BackupId: "2",
        DBInstanceId: "rm-times",
        ConsistentTime: 0,
        BackupEndTime: null,
        ExpectExpireTime: "9999-12-31T23:59:59Z",
      },
    },
  ],
};

test("at the start all times move, in the form in which they are written, and nothing else does", async () => {
  emulator = await startEmulator({ clock: { now: () => Date.parse("2026-02-02T12:00:00.400Z") }, seeds: [written] });
  const [first, second] = emulator.records();

  expect(first?.row).toEqual({
    BackupId: "1769817600",
    DBInstanceId: "rm-times",
    BackupStartTime: "2026-02-02T10:00:00Z",
    BackupEndTime: "2026-02-02T11:30Z",
    ConsistentTime: 1_770_033_600,
    ExpectExpireTime: "",
    BackupSize: 1_769_817_600,
    BackupDownloadURL: "http://oss/x?Expires=1770033600&Signature=a",
    GmtCreate: "1770033600000",
    BackupDownloadLinkByDB: { BackupDownloadLinkByDB: [{ DownloadLink: "http://oss/y?a=b&Expires=1770033600" }] },
  });
  expect(second?.row).toEqual({
    BackupId: "2",
    DBInstanceId: "rm-times",
    ConsistentTime: 0,
    BackupEndTime: null,
    ExpectExpireTime: "9999-12-31T23:59:59Z",
  });
});

test("a seed with a misspelt key is refused", async () => {
  const misspelt = { ...written, recods: [] };
  await expect(startEmulator({ seeds: [misspelt] })).rejects.toThrow("recods");
});

test("one instance of a user's own is enough", async () => {
  emulator = await startEmulator({ seeds: [written] });
  expect(idsOf(await ask(emulator, backupsOf("rm-times")))).toEqual(["1769817600", "2"]);
  expect(await ask(emulator, backupsOf("rm-bp1shop0healthy01"))).toMatchObject({ status: 404 });
});

test("reset plants the seeds anew at the present time", async () => {
  let time = now;
  emulator = await startEmulator({ clock: { now: () => time } });
  emulator.remove({ subject: "rm-bp1shop0healthy01" });
  time += 10 * DAY;
  emulator.reset();
  const [newest] = emulator.records({ subject: "rm-bp1shop0healthy01" });
  expect(time - Date.parse(String(newest?.row.BackupStartTime))).toBeLessThan(DAY);
});

const rows = seeds.flatMap(({ subject, records }) => records.map((record) => ({ subject, ...record })));

test.each(operations)(
  "seeds hold only keys that the documents of $api.action have",
  ({ api: { action }, fields, ignored }) => {
    const declared = Object.values(fields).map(({ wire }) => wire);
    const keys = new Set(rows.filter((each) => each.action === action).flatMap(({ row }) => Object.keys(row)));
    expect([...keys].filter((key) => !declared.includes(key) && !Object.hasOwn(ignored, key))).toEqual([]);
  },
);

test("links in seeds can be told from any other by their key", () => {
  const links = rows.flatMap(({ row }) => JSON.stringify(row).match(/https:[^"]*/g) ?? []);
  expect(links.length).toBeGreaterThan(0);
  for (const link of links) expect(link).toMatch(/\?Expires=\d{10}&OSSAccessKeyId=LTAI5tEmulatorOssLinks00&Signature=/);
});
