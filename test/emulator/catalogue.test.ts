import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Fault, startEmulator } from "../../emulator/index.ts";
import { backup, SHOP } from "../support/fixtures/backups.ts";
import {
  BILL,
  backupSetDownload,
  downloadTask,
  ERP,
  migrateTask,
  ossDownload,
  PLAN,
} from "../support/fixtures/tasks.ts";
import { ask, backupsOf } from "./ask.ts";

const emulator = await startEmulator({ seeds: [] });
const links = {
  BackupDownloadURL: "https://b/f",
  BackupDownloadLinkByDB: { BackupDownloadLinkByDB: [] },
  ConsistentTime: 1786356029,
};
beforeAll(() => {
  emulator.add(backup("1", 2, links), migrateTask("1", 2), ossDownload("1", "a.bak", { FileSize: "3" }));
  emulator.add(downloadTask("dt-1", 2), backupSetDownload("b1", 2));
});
beforeEach(() => emulator.clearFaults());
afterAll(() => emulator.close());

const times = { StartTime: "2026-08-04T00:00Z", EndTime: "2027-08-11T00:00Z" };
const requests = [
  backupsOf(SHOP),
  { Action: "DescribeMigrateTasks", Version: "2014-08-15", DBInstanceId: ERP, ...times },
  { Action: "DescribeOssDownloads", Version: "2014-08-15", DBInstanceId: ERP, MigrateTaskId: "1" },
  { Action: "DescribeDownloadTask", Version: "2021-01-01", RegionCode: "cn-hangzhou", InstanceName: BILL },
  { Action: "DescribeBackupSetDownloadTaskList", Version: "2019-03-06", BackupPlanId: PLAN },
];

test("has every one of the 62 adversarial replies, once", () => {
  const numbers = emulator.catalogue().flatMap(({ number }) => (number.startsWith("A") ? [number] : []));
  expect(numbers).toEqual(Array.from({ length: 62 }, (_, n) => `A${n + 1}`));
});

const variants = emulator
  .catalogue()
  .flatMap(({ number, variants }) => variants.map((variant) => ({ number, variant })));

describe("changes what is sent", () => {
  const honest = new Map<string, string>();
  beforeAll(async () => {
    for (const request of requests) honest.set(request.Action ?? "", await outcome(request));
  });

  // What these change shows in bytes, on the connection, on other pages or after silence: faultRules.test.ts, faults.test.ts.
  const elsewhere = /^(A(29|30|31|32|35|5[2378]|61)|A55 bom|F(5|7|8|9|10|11|26|29|30|31))\b/;
  test.each(variants.filter(({ number, variant }) => !elsewhere.test(`${number} ${variant}`)))(
    "$number $variant",
    async ({ number, variant }) => {
      const changed = await Promise.all(
        requests.map(async (request) => {
          emulator.inject({ kind: "case", number, variant, action: request.Action, times: 1 });
          const changed = await outcome(request);
          expect(changed).not.toContain("The emulator itself failed");
          return changed !== honest.get(request.Action ?? "");
        }),
      );
      expect(changed).toContain(true);
    },
  );
});

/** A reply without what differs from request to request. */
async function outcome(request: (typeof requests)[number]): Promise<string> {
  try {
    const { status, headers, text } = await ask(emulator, request);
    const hints = ["x-acs-retry-after", "retry-after", "content-encoding", "content-type", "location"];
    const told = hints.map((name) => headers.get(name));
    return JSON.stringify([status, ...told, text.replace(/"RequestId":"[0-9A-F-]{36}"/, '"RequestId":"R"')]);
  } catch (error) {
    return String(error);
  }
}

test("a scope that is set goes before the one of the case", async () => {
  const fault: Fault = { kind: "page", page: 2, rows: 0 };
  emulator.inject({ kind: "case", number: "A29", page: 1 }, { ...fault, page: 2 });
  expect((await ask(emulator, backupsOf(SHOP))).body).toMatchObject({ Items: { Backup: [] } });
});
