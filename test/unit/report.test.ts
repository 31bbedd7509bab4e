import { describe, expect, test } from "vitest";
import type { FieldChanges } from "../../emulator/index.ts";
import type { Reason } from "../../provider/core/reason.ts";
import { failReason } from "../../provider/core/reason.ts";
import { renderReport } from "../../provider/core/report.ts";
import { compareNewestFirst } from "../../provider/core/row.ts";
import { describeBackups } from "../../provider/operations/describeBackups/describeBackups.ts";
import { describeMigrateTasks } from "../../provider/operations/describeMigrateTasks.ts";
import { backupRow, DAY, NOW } from "../support/fixtures/backups.ts";
import { migrateTask } from "../support/fixtures/tasks.ts";

const subject = { operation: describeBackups, name: "rm-bp1shop (cn-hangzhou)" };

/** So many nightly backups, all with these changes. */
function evidence(count: number, changes: FieldChanges = {}) {
  const rows = Array.from({ length: count }, (_, night) => backupRow(`90${night}`, 5 + 24 * night, changes))
    .map((raw) => describeBackups.decodeRow(raw))
    .sort(compareNewestFirst)
    .map((row) => ({ row, reasons: describeBackups.judge({}).row(row, NOW) }));
  const good = rows.filter(({ reasons }) => reasons.length === 0).map(({ row }) => row);
  return { rows, good, now: NOW, searchStart: NOW - 32 * DAY };
}

const tooOld = failReason("maxAge", "the newest usable backup is 30h old, older than 26h");

test("a pass is one line", () => {
  expect(renderReport(subject, evidence(3), [])).toBe(
    "rm-bp1shop (cn-hangzhou) has a good backup: 900 of 2026-08-10T07:00:30Z, 5h old.",
  );
});

describe("a refusal", () => {
  const lines = renderReport(subject, evidence(7, { BackupStatus: "Failed" }), [tooOld]).split("\n");

  test("begins with a line that stands alone: whose backups, and what is wrong", () => {
    expect(lines[0]).toBe(
      "rm-bp1shop (cn-hangzhou): no good backup: the newest usable backup is 30h old, older than 26h.",
    );
  });
  test("says what was looked at, and in which time", () => {
    expect(lines[1]).toBe("  Looked at 7 backups from 2026-07-09T12:00:30Z until 2026-08-10T12:00:30Z.");
  });
  test("shows the five newest with the reason against each, and how many more there are", () => {
    const shown = lines.filter((line) => line.includes("the backup failed"));
    expect(shown.map((line) => line.trim().split(/\s+/)[0])).toEqual(["900", "901", "902", "903", "904"]);
    expect(shown[0]).toContain("2026-08-10T07:00:30Z");
    expect(lines).toContain("  ... and 2 older");
  });
  test("ends with what to do", () => expect(lines.at(-1)).toMatch(/^ {2}What to do: /));
});

test("without any rows there is no table", () => {
  expect(renderReport(subject, evidence(0), [failReason("usable", "there is no backup")]).split("\n")).toEqual([
    "rm-bp1shop (cn-hangzhou): no good backup: there is no backup.",
    "  Looked at 0 backups from 2026-07-09T12:00:30Z until 2026-08-10T12:00:30Z.",
    expect.stringMatching(/^ {2}What to do: /),
  ]);
});

test.each([
  ["ever so many rows and reasons", {}],
  ["line breaks in what the service sent", { BackupStatus: "Suc\ncess\r\nor\nnot", BackupType: "Full\n\nBackup" }],
  ["endless words in what the service sent", { BackupStatus: "x".repeat(100_000) }],
])("is at most twelve lines of readable length, with %s", (_, changes) => {
  const reasons = Array.from({ length: 20 }, (_, index) => failReason(`rule${index}`, `reason ${index}`));
  const lines = renderReport(subject, evidence(50, changes), reasons).split("\n");
  expect(lines.length).toBeLessThanOrEqual(12);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(1000);
});

test("holds no link, whatever the row holds", () => {
  const link = "https://b.oss.aliyuncs.com/f?OSSAccessKeyId=LTAIx&Signature=s3cr3t";
  const text = renderReport(subject, evidence(3, { BackupDownloadURL: link, BackupStatus: "Failed" }), [tooOld]);
  expect(text).not.toContain("oss");
  expect(text).not.toContain("s3cr3t");
});

describe("M7: the rows in a terminal of 80 columns, in which the engine indents them by six", () => {
  const shown = (report: string) => report.split("\n").filter((line) => /^ {2}(\d{3}| {2}\S)/.test(line));
  const judged = (changes: FieldChanges, reasons: readonly Reason[] = [tooOld]) =>
    renderReport(subject, evidence(5, changes), reasons);
  /** All that stands behind the times, as one text. */
  const clauses = (report: string) =>
    shown(report)
      .map((line) => line.replace(/^ {2}\d+ +\S+Z/, "").trim())
      .join(" ");

  test.each<readonly [string, FieldChanges, string]>([
    ["a short reason", { BackupStatus: "Failed" }, "the backup failed"],
    [
      "a reason with a line of its own",
      { BackupMethod: "Logical" },
      "backupMethod is Logical, not Physical or Snapshot",
    ],
    [
      "the longest that a backup has",
      { Engine: "SQLServer", BackupMode: "Manual" },
      "it is not told which databases it holds; set assumeWholeInstance: true, or databaseName",
    ],
    [
      "two times",
      { BackupEndTime: "2026-08-01T00:00:00Z" },
      "its times contradict each other: start 2026-08-10T07:00:30Z, end 2026-08-01T00:00:00Z",
    ],
  ])("%s stands whole, and no line is wrapped by the terminal", (_, changes, reason) => {
    const report = judged(changes);
    expect(clauses(report)).toContain(reason);
    for (const line of shown(report)) expect(`      ${line}`.length).toBeLessThanOrEqual(80);
    expect(report.split("\n").length).toBeLessThanOrEqual(12);
  });

  test("the rules that refuse a usable one are never cut, and sizes are for people", () => {
    const rules = ["maxAge", "minCount", "minSize", "maxShrink", "noFailureSinceSuccess"];
    const report = judged(
      { BackupSize: 46_495_481_113 },
      rules.map((rule) => failReason(rule, rule)),
    );
    expect(clauses(report)).toContain(`usable, but refused by ${rules.join(", ")}: FullBackup, Snapshot, 43.3 GiB`);
    for (const line of shown(report)) expect(line.length).toBeLessThanOrEqual(74);
  });

  test("fewer rows are shown where their reasons are long, and the others are counted", () => {
    const report = judged({ Engine: "SQLServer", BackupMode: "Manual" });
    const rows = shown(report).filter((line) => /^ {2}\d/.test(line));
    expect(rows.length).toBeGreaterThanOrEqual(1);
    expect(report).toContain(`  ... and ${5 - rows.length} older`);
  });

  test("a word that is longer than the line is not cut", () => {
    const databases = "x".repeat(60);
    expect(judged({ BackupScale: "Database", BackupDBNames: databases })).toContain(databases);
  });

  test("wide characters leave the columns in line", () => {
    const tasks = ["订单", "hr"].map((DBName, index) =>
      describeMigrateTasks.decodeRow(migrateTask(String(index), 5, { DBName, Status: "Failed" }).row),
    );
    const rows = tasks.map((row) => ({ row, reasons: [failReason("status", "it is Failed")] }));
    const report = renderReport(
      { operation: describeMigrateTasks, name: "rm-bp1erp (cn-hangzhou)" },
      { rows, good: [], now: NOW, searchStart: undefined },
      [failReason("usable", "none")],
    );
    // Two columns each.
    expect(report).toMatch(/订单 {2}it is Failed\n.*hr {4}it is Failed/);
  });
});
