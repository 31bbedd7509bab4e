import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "vitest";
import { demoCredentials, startEmulator } from "../../emulator/index.ts";
import {
  BILL,
  backupSetDownload,
  downloadTask,
  ERP,
  migrateTask,
  ossDownload,
  PLAN,
} from "../support/fixtures/tasks.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { installOfficialClient } from "./installOfficialClient.ts";

const run = promisify(execFile);
const program = fileURLToPath(new URL("./readTasks.py", import.meta.url));
const { accessKey, secretKey } = demoCredentials.owner;
const now = Date.parse("2026-08-10T12:00:30Z");

const emulator = await useEmulator(() =>
  startEmulator({ clock: { now: () => now }, modes: { timestamps: "unchecked" } }),
);
let client: Awaited<ReturnType<typeof installOfficialClient>>;
beforeAll(async () => {
  client = await installOfficialClient();
}, 200_000);

/** Enough for two pages of each, beside what the seeds have. */
function haveMany(): void {
  for (let n = 0; n < 31; n++) {
    emulator.add(
      migrateTask(`${n}`, n + 1),
      ossDownload("1", `${n}.bak`),
      downloadTask(`dt-${n}`, n),
      backupSetDownload(`b${n}`, n),
    );
  }
}

const week = ["2026-08-03T12:01Z", "2026-08-10T12:00Z"];
test.for([
  { action: "DescribeMigrateTasks", subject: ERP, more: week, count: 31 },
  { action: "DescribeMigrateTasks", subject: "rm-bp1erp00migrate01", more: week, count: 7 },
  { action: "DescribeOssDownloads", subject: ERP, more: ["1"], count: 31 },
  { action: "DescribeOssDownloads", subject: "rm-bp1erp00migrate01", more: ["564522097"], count: 6 },
  { action: "DescribeDownloadTask", subject: BILL, more: [], count: 31 },
  { action: "DescribeDownloadTask", subject: "rm-bp1bill00export01", more: [], count: 10 },
  { action: "DescribeBackupSetDownloadTaskList", subject: PLAN, more: [], count: 31 },
  { action: "DescribeBackupSetDownloadTaskList", subject: "dbs1shop0plan01", more: [], count: 10 },
])(
  "Alibaba's own Python client reads the $count rows of $action of $subject, value for value",
  { timeout: 40_000 },
  async ({ action, subject, more, count }, { skip }) => {
    if ("missing" in client) return skip(client.missing);
    emulator.reset();
    haveMany();
    const env = { ...process.env, PYTHONPATH: client.folder, NO_PROXY: "127.0.0.1", no_proxy: "127.0.0.1" };
    const parameters = [`127.0.0.1:${emulator.port}`, accessKey, secretKey, action, subject, ...more];
    // -S: what is installed on this machine, perhaps an older library, stays out of it.
    const { stdout } = await run("python3", ["-S", program, ...parameters], { env, timeout: 30_000 });

    const task = action === "DescribeOssDownloads" ? more[0] : undefined;
    const ours = emulator.records({ action, subject }).filter(({ of }) => !task || of?.MigrateTaskId === task);
    expect(ours).toHaveLength(count);
    const byText = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
    expect(byText(JSON.parse(stdout))).toEqual(byText(ours.map(({ row }) => row)));
  },
);
