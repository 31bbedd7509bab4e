import { beforeEach, describe, expect, test } from "vitest";
import type { EmulatorRecord, Fault, FieldChanges } from "../../emulator/index.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import { backup, backupRow, NOW, replyWith, SHOP } from "../support/fixtures/backups.ts";
import {
  BILL,
  backupSetDownload,
  downloadTask,
  ERP,
  migrateTask,
  ossDownload,
  PLAN,
} from "../support/fixtures/tasks.ts";
import { call, failure, openSession } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

const emulator = await useEmulator();

/** With a second for trouble, and so five for a lookup as a whole. */
const impatient = (name: string, given: JsonObject) =>
  call(openSession(emulator, { settings: { maxRetryTimeout: 1 } }), name, given);
const ask = (name: string, given: JsonObject) => call(openSession(emulator), name, given);

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** Rows by number: number 1 is three weeks old, and each is an hour younger than the one before. */
function page(total: number, ids: readonly number[], changes: Readonly<Record<number, FieldChanges>> = {}): Fault {
  return replyWith(
    total,
    ids.map((id) => backupRow(String(id), 505 - id, changes[id])),
  );
}

describe("W1: a list that shifts while it is read", () => {
  const young = { BackupStartTime: "2026-08-10T10:00:00Z", BackupEndTime: "2026-08-10T10:30:00Z" };

  test("oldest first: row 1 expires between the pages, and row 101 must not be lost", async () => {
    emulator.addSubject(SHOP);
    const changes = { 101: { BackupStatus: "Failed" }, 999: young };
    const second = [page(150, [...numbers(102, 150), 999], changes), page(150, [])];
    const shifted = [page(150, numbers(2, 101), changes), ...second];
    emulator.inject(page(150, numbers(1, 100)), ...second, ...shifted, ...shifted);
    const { ids } = await ask("getBackups", { dbInstanceId: SHOP });
    expect(ids).toEqual(["999", ...numbers(2, 150).toReversed().map(String)]);
    // The second page is as long as a page may be, so a third is asked for each time.
    expect(emulator.requests()).toHaveLength(9);
  });

  test("newest first: a row that enters late hides one that was there all the time", async () => {
    emulator.addSubject(SHOP);
    const hoursAgo: Readonly<Record<number, number>> = { 7: 20, 6: 1, 5: 2, 4: 30, 3: 40, 2: 50, 1: 60 };
    const reply = (...ids: readonly number[]) =>
      replyWith(
        6,
        ids.map((id) => backupRow(String(id), hoursAgo[id] ?? 0)),
      );
    const afterwards = [reply(6, 5), reply(7, 3), reply(2, 1), reply()];
    emulator.inject(reply(6, 5), reply(4, 3), reply(7, 1), reply(), ...afterwards, ...afterwards);
    const { ids } = await ask("getBackups", { dbInstanceId: SHOP });
    expect(ids).toEqual(["6", "5", "7", "3", "2", "1"]);
  });

  test("a list that never stands still is an error that says so, and no gate passes on it", async () => {
    const restless = () => {
      emulator.reset();
      emulator.addSubject(SHOP);
      const grown = (size: number) => ({ 999: { ...young, BackupSize: size } });
      emulator.inject(...numbers(1, 99).flatMap((size) => [page(101, numbers(1, 100)), page(101, [999], grown(size))]));
    };
    restless();
    const { message } = await failure(impatient("getBackups", { dbInstanceId: SHOP }));
    expect(message).toMatch(
      /^rm-bp1shop \(cn-hangzhou\): DescribeBackups could not be read as a whole in \d+ passes: /,
    );
    expect(message).toContain("What to do: run again; if it persists, report it to Alibaba Cloud with the RequestId.");
    restless();
    const question = { dbInstanceId: SHOP, minCount: 2, lookback: "90d" };
    expect(await impatient("getBackupReadiness", question)).toMatchObject({
      verdict: "unknown",
      reasons: [{ rule: "service", terminal: false }],
    });
  });
});

describe("W2: a total that is the length of a full page", () => {
  test.each([30, 50, 100])("of %i rows does not hide the next row", async (size) => {
    emulator.addSubject(SHOP);
    const rows = numbers(1, size);
    emulator.inject(...[1, 2].flatMap(() => [page(size, rows), page(size, [size + 1]), page(size, [])]));
    const { ids } = await ask("getBackups", { dbInstanceId: SHOP, pageSize: size });
    expect(ids).toHaveLength(size + 1);
  });
  test("a total that is one too low, over several pages, costs a second pass and hides nothing", async () => {
    emulator.add(...numbers(1, 101).map((id) => backup(String(id), 10 + id)));
    emulator.setModes({ totals: { lie: 100 } });
    const { ids } = await ask("getBackups", { dbInstanceId: SHOP });
    expect(ids).toHaveLength(101);
  });
  test("a service whose clock is far ahead does not make young rows of a later page old", async () => {
    const ages = [...numbers(1, 30), 2, 3].map((id, index) => backupRow(String(index + 1), index < 30 ? 0 : id));
    const ahead = { date: new Date(NOW + 90 * 86_400_000).toUTCString() };
    emulator.addSubject(SHOP);
    const pass = [ages.slice(0, 30), ages.slice(30)].map((rows) => ({ ...replyWith(32, rows), headers: ahead }));
    emulator.inject(...pass, ...pass);
    expect((await ask("getBackups", { dbInstanceId: SHOP })).ids).toHaveLength(32);
    expect(emulator.requests()).toHaveLength(4);
  });
  test("a total that is one too high is an error", async () => {
    emulator.add(...numbers(1, 101).map((id) => backup(String(id), 10 + id)));
    emulator.setModes({ totals: { lie: 102 } });
    const { message } = await failure(ask("getBackups", { dbInstanceId: SHOP }));
    expect(message).toContain("in 2 passes: the service counts 102 rows and sent 101.");
  });
});

describe("a total that is far too high", () => {
  test.each(["empty", "clamp", "refuse"] as const)("costs a few requests where the end is: %s", async (beyondEnd) => {
    emulator.setModes({ totals: { lie: 900 }, beyondEnd });
    emulator.add(...numbers(1, 3).map((id) => backup(String(id), 24 * id)));
    const { message } = await failure(ask("getBackups", { dbInstanceId: SHOP }));
    expect(message).toContain(
      beyondEnd === "refuse" ? "InvalidPageNumbers" : "the service counts 900 rows and sent 3.",
    );
    expect(emulator.requests().length).toBeLessThanOrEqual(beyondEnd === "refuse" ? 6 : 4);
  });
  test.each([
    ["empty", 2],
    ["clamp", 2],
    ["refuse", 3],
  ] as const)(
    "behind a full page costs no more than one handful at once in each pass: %s",
    async (beyondEnd, passes) => {
      emulator.setModes({ totals: { lie: 9000 }, beyondEnd });
      emulator.add(...numbers(1, 30).map((id) => backup(String(id), 24 * id)));
      await failure(ask("getBackups", { dbInstanceId: SHOP }));
      expect(emulator.requests().length).toBeLessThanOrEqual(passes * (1 + 5));
    },
  );
});

describe("a refusal of page two", () => {
  const refusal = (Code: string, Message: string): Fault => ({
    kind: "error",
    status: 400,
    code: Code,
    message: Message,
  });
  const rows = numbers(1, 30).map((id) => backupRow(String(id), 30 + id));

  test.each([
    ["QpsLimitExceeded", "The request /?Action=DescribeBackups&PageNumber=2&PageSize=100 exceeds the limit."],
    ["InvalidParameter", "server string to sign is:POST&%2F&AccessKeyId%3Dx%26PageNumber%3D2%26PageSize%3D100"],
    ["InvalidParameter", "The value of BackupStatus is not valid."],
    ["IncorrectDBInstanceState", "The current state of PageNumber 2 does not allow this."],
  ])("that is not about its number is an error, not the end: %s", async (code, message) => {
    emulator.addSubject(SHOP);
    emulator.inject(replyWith(30, rows), { ...refusal(code, message), times: 99 });
    expect((await failure(ask("getBackups", { dbInstanceId: SHOP }))).message).toContain(code);
  });
  test.each([
    ["InvalidPageNumbers.Malformed", "The specified value is not valid."],
    ["InvalidPageNum", "There is no such page."],
    ["InvalidParameter", "The specified PageNumber is not valid."],
  ])("by its number is the end of a list that is there: %s", async (code, message) => {
    emulator.addSubject(SHOP);
    emulator.inject(replyWith(30, rows), refusal(code, message));
    expect((await ask("getBackups", { dbInstanceId: SHOP })).ids).toHaveLength(30);
    expect(emulator.requests()).toHaveLength(2);
  });
  test("by its number is no end where rows are missing in three passes: the refusal is told", async () => {
    const short = [replyWith(45, rows), refusal("InvalidPageNumbers.Malformed", "no such page")];
    emulator.addSubject(SHOP);
    emulator.inject(...short, ...short, ...short);
    expect((await failure(ask("getBackups", { dbInstanceId: SHOP }))).message).toContain(
      "InvalidPageNumbers.Malformed",
    );
    expect(emulator.requests()).toHaveLength(6);
  });
  test("by its number is no error where the list has become shorter: it is read again", async () => {
    emulator.addSubject(SHOP);
    const last = refusal("InvalidPageNumbers.Malformed", "no such page");
    emulator.inject(replyWith(31, rows), last, replyWith(30, rows), last);
    expect((await ask("getBackups", { dbInstanceId: SHOP })).ids).toHaveLength(30);
    expect(emulator.requests()).toHaveLength(4);
  });
  test("page one has no such excuse", async () => {
    emulator.addSubject(SHOP);
    emulator.inject(refusal("InvalidPageNumbers.Malformed", "no such page"));
    expect((await failure(ask("getBackups", { dbInstanceId: SHOP }))).message).toContain(
      "InvalidPageNumbers.Malformed",
    );
  });
});

test.each<readonly [string, JsonObject]>([
  ["Items is null", { Items: null }],
  ["Items is absent", {}],
  ["Items.Backup is null", { Items: { Backup: null } }],
])("behind exactly 30 rows a page without a list is the end: %s", async (_, items) => {
  emulator.addSubject(SHOP);
  const behindEnd = JSON.stringify({ RequestId: "R", TotalRecordCount: 30, ...items });
  const rows = numbers(1, 30).map((id) => backupRow(String(id), 30 + id));
  emulator.inject(replyWith(30, rows), { kind: "reply", status: 200, body: behindEnd });
  expect((await ask("getBackups", { dbInstanceId: SHOP })).ids).toHaveLength(30);
  expect(emulator.requests()).toHaveLength(2);
  emulator.inject({ kind: "reply", status: 200, body: behindEnd, times: 99 });
  expect((await failure(ask("getBackups", { dbInstanceId: SHOP }))).message).toContain(
    "an absent list is not an empty",
  );
});

describe("what a first look costs", () => {
  const lists: readonly (readonly [string, JsonObject, (id: string) => EmulatorRecord])[] = [
    ["getBackups", { dbInstanceId: SHOP }, (id) => backup(id, 30 + Number(id))],
    ["getMigrateTasks", { dbInstanceId: ERP }, (id) => migrateTask(id, 1 + Number(id))],
    ["getBackupSetDownloadTasks", { backupPlanId: PLAN }, (id) => backupSetDownload(id, Number(id))],
  ];
  describe.each(lists)("%s", (name, subject, record) => {
    test.each([0, 1, 29, 31, 49, 99])("%i rows: one request", async (count) => {
      emulator.addSubject(Object.values(subject).join(""));
      emulator.add(...numbers(1, count).map((id) => record(String(id))));
      await ask(name, subject);
      expect(emulator.requests()).toHaveLength(1);
    });
    describe.each(["empty", "clamp", "refuse"] as const)(
      "where a page behind the end is answered by: %s",
      (beyondEnd) => {
        test.each([30, 50, 100])("exactly %i rows: two requests", async (count) => {
          emulator.setModes({ beyondEnd });
          emulator.add(...numbers(1, count).map((id) => record(String(id))));
          const { ids } = await ask(name, subject);
          expect(ids).toHaveLength(count);
          expect(emulator.requests()).toHaveLength(2);
        });
      },
    );
  });
  test("the newest backup of an instance with fewer than 30: one request", async () => {
    emulator.add(backup("1", 5), backup("2", 29));
    await ask("getLatestBackup", { dbInstanceId: SHOP });
    expect(emulator.requests()).toHaveLength(1);
  });
});

describe("W3: DBS download tasks are asked for without times", () => {
  // A service that cuts by the time of the backup set, as the document does not exclude.
  const old = String(Date.parse("2026-07-01T00:00:00Z"));
  beforeEach(() => {
    emulator.add(
      downloadTask("dt-1", 5, { BackupSetTime: old }),
      downloadTask("dt-2", 1, { DownloadStatus: "failed", BackupSetTime: old }),
    );
  });

  test("so a failed task of an old backup set is not hidden", async () => {
    const answer = await ask("getDownloadTaskReadiness", { dbInstanceId: BILL });
    expect(answer).toMatchObject({ verdict: "fail", reasons: [{ rule: "downloadStatus", terminal: true }] });
  });
  test.each(["getDownloadTasks", "getLatestDownloadTask", "getDownloadTaskReadiness"])(
    "%s sends none",
    async (name) => {
      await ask(name, {
        dbInstanceId: BILL,
        ...(name === "getDownloadTasks" && { startTime: "-2h", endTime: "-10m" }),
      });
      for (const { parameters } of emulator.requests()) {
        expect(parameters).not.toHaveProperty("StartTime");
        expect(parameters).not.toHaveProperty("EndTime");
      }
      expect(emulator.requests()).toHaveLength(1);
    },
  );
  test("the list is cut here, by creation time", async () => {
    const list = (range: JsonObject) => ask("getDownloadTasks", { dbInstanceId: BILL, ...range });
    expect((await list({ startTime: "-2h" })).ids).toEqual(["dt-2"]);
    expect((await list({ endTime: "-2h" })).ids).toEqual(["dt-1"]);
    expect((await list({ startTime: "2026-08-10T07:00:30Z", endTime: "-4h" })).ids).toEqual(["dt-1"]);
    expect((await list({ startTime: "-30m" })).ids).toEqual([]);
  });
  test("a start of long ago is no reason to refuse, as everything is read", async () => {
    const { ids } = await ask("getDownloadTasks", { dbInstanceId: BILL, startTime: "2010-01-01T00:00:00Z" });
    expect(ids).toEqual(["dt-2", "dt-1"]);
  });
  test("a list of tasks in one state on several pages is read twice: an old task may enter it", async () => {
    emulator.reset();
    emulator.add(...numbers(1, 31).map((id) => downloadTask(`dt-${id}`, 24 + id)));
    await ask("getDownloadTasks", { dbInstanceId: BILL, pageSize: 30 });
    expect(emulator.requests()).toHaveLength(2);
    emulator.clearRequests();
    await ask("getDownloadTasks", { dbInstanceId: BILL, pageSize: 30, state: "finished" });
    expect(emulator.requests()).toHaveLength(4);
  });
});

describe("N11: an incremental migrate task bears the ID of its full one", () => {
  const full = migrateTask("7", 5);
  const incremental = migrateTask("7", 2, { BackupMode: "UPDF", Status: "Running", EndTime: "" });

  describe.each([
    ["on one page", []],
    ["on two pages", numbers(1, 40).map((id) => migrateTask(`9${id}`, 3, { DBName: `other${id}` }))],
  ])("%s", (_, others) => {
    beforeEach(() => emulator.add(full, ...others, incremental));

    test("both are rows, and their ID is one", async () => {
      const { migrateTasks, ids } = await ask("getMigrateTasks", { dbInstanceId: ERP, pageSize: 30 });
      expect(migrateTasks).toHaveLength(2 + others.length);
      expect(Array.isArray(ids) && ids.filter((id) => id === "7")).toEqual(["7"]);
    });
    test("by ID it is the newest", async () => {
      const task = await ask("getMigrateTask", { dbInstanceId: ERP, migrateTaskId: "7" });
      expect(task).toMatchObject({ backupMode: "UPDF", status: "Running" });
    });
    test.each([{ migrateTaskId: "7" }, { databaseName: "orders" }])("the newest counts for %o", async (question) => {
      const answer = await ask("getMigrateTaskReadiness", { dbInstanceId: ERP, ...question });
      expect(answer).toMatchObject({ verdict: "pending", reasons: [{ rule: "status", terminal: false }] });
    });
  });

  test("the full one that runs again does not stop an incremental one that succeeded later", async () => {
    emulator.add(migrateTask("7", 5, { Status: "Failed" }), migrateTask("7", 2, { BackupMode: "UPDF" }));
    expect(await ask("getMigrateTaskReadiness", { dbInstanceId: ERP, migrateTaskId: "7" })).toMatchObject({
      verdict: "pass",
      migrateTask: { backupMode: "UPDF" },
    });
  });
  test("of two made at the same moment each may be the newest: the verdict is the worse, and by ID it is an error", async () => {
    emulator.add(migrateTask("7", 5), migrateTask("7", 5, { BackupMode: "UPDF", Status: "Failed" }));
    const question = { dbInstanceId: ERP, migrateTaskId: "7" };
    expect(await ask("getMigrateTaskReadiness", question)).toMatchObject({ verdict: "fail" });
    expect((await failure(ask("getMigrateTask", question))).message).toMatch(
      /knows 2 rows with the migrateTaskId 7, and which is meant cannot be told\.\n {2}What to do: use getMigrateTasks/,
    );
  });
  test.each(["Failed", "Running", "Waiting"])(
    "the newest good task is not the full one beside an incremental one that is %s",
    async (Status) => {
      emulator.add(migrateTask("7", 5), migrateTask("7", 2, { BackupMode: "UPDF", Status }));
      expect(await ask("getLatestMigrateTask", { dbInstanceId: ERP, pin: "7" })).toMatchObject({ usable: false });
      await failure(ask("getLatestMigrateTask", { dbInstanceId: ERP }));
      emulator.add(migrateTask("6", 9));
      expect(await ask("getLatestMigrateTask", { dbInstanceId: ERP })).toMatchObject({ migrateTaskId: "6" });
    },
  );
  test("tasks that cannot be told apart are named as such", async () => {
    emulator.addSubject(ERP);
    const twin = (Status: string) => migrateTask("7", 5, { BackupMode: "", Status });
    emulator.add(twin("Success"), twin("Failed"));
    const { message } = await failure(ask("getMigrateTasks", { dbInstanceId: ERP }));
    expect(message).toContain("row 7 came twice, with different content.");
  });
  test("files count only when the newest task of their ID has succeeded", async () => {
    emulator.add(full, incremental, ossDownload("7", "full.bak"));
    const files = () => ask("getOssDownloadReadiness", { dbInstanceId: ERP, migrateTaskId: "7" });
    expect(await files()).toMatchObject({ verdict: "pending" });
    emulator.change({ action: "DescribeMigrateTasks", where: { BackupMode: "UPDF" } }, { Status: "Success" });
    expect(await files()).toMatchObject({ verdict: "pass" });
  });
});
