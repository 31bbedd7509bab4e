import { type Emulator, startEmulator } from "../../../emulator/index.ts";
import type { JsonObject } from "../../../provider/core/json.ts";
import { BILL, backupSetDownload, downloadTask, ERP, migrateTask, ossDownload, PLAN } from "../fixtures/tasks.ts";

const now = Date.parse("2026-08-10T12:00:30Z");
const week = ["2026-08-03T12:01Z", "2026-08-10T12:00Z"];

/** What official clients read. */
export interface Reading {
  readonly action: string;
  /** Whose rows. */
  readonly subject: string;
  /** More parameters of the request. */
  readonly more: readonly string[];
  readonly count: number;
}

export const readings: readonly Reading[] = [
  { action: "DescribeBackups", subject: "rm-bp1shop0healthy01", more: [], count: 39 },
  { action: "DescribeMigrateTasks", subject: ERP, more: week, count: 31 },
  { action: "DescribeMigrateTasks", subject: "rm-bp1erp00migrate01", more: week, count: 7 },
  { action: "DescribeOssDownloads", subject: ERP, more: ["1"], count: 31 },
  { action: "DescribeOssDownloads", subject: "rm-bp1erp00migrate01", more: ["564522097"], count: 6 },
  { action: "DescribeDownloadTask", subject: BILL, more: [], count: 31 },
  { action: "DescribeDownloadTask", subject: "rm-bp1bill00export01", more: [], count: 10 },
  { action: "DescribeBackupSetDownloadTaskList", subject: PLAN, more: [], count: 31 },
  { action: "DescribeBackupSetDownloadTaskList", subject: "dbs1shop0plan01", more: [], count: 10 },
];

/** A reading, and how its requests are signed and sent. */
export interface Job extends Reading {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly securityToken?: string;
  readonly method?: "GET" | "POST";
}

/** The seeds, and enough for two pages of each list beside them. */
export async function startReadEmulator(): Promise<Emulator> {
  const emulator = await startEmulator({ clock: { now: () => now }, modes: { timestamps: "unchecked" } });
  for (let n = 0; n < 31; n++) {
    emulator.add(
      migrateTask(`${n}`, n + 1),
      ossDownload("1", `${n}.bak`),
      downloadTask(`dt-${n}`, n),
      backupSetDownload(`b${n}`, n),
    );
  }
  return emulator;
}

/** The rows that a client must get, in whatever order. */
export function rowsOf(emulator: Emulator, { action, subject, more }: Reading): readonly JsonObject[] {
  const task = action === "DescribeOssDownloads" ? more[0] : undefined;
  const records = emulator.records({ action, subject }).filter(({ of }) => !task || of?.MigrateTaskId === task);
  return records.map(({ row }) => row);
}
