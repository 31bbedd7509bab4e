import { describe, expect, test } from "vitest";
import type { FieldChanges } from "../../emulator/index.ts";
import { failed } from "../../provider/core/reason.ts";
import { renderReport } from "../../provider/core/report.ts";
import { newestFirst } from "../../provider/core/row.ts";
import { describeBackups } from "../../provider/operations/describeBackups/describeBackups.ts";
import { backupRow, DAY, NOW } from "../support/fixtures/backups.ts";

const subject = { operation: describeBackups, name: "rm-bp1shop (cn-hangzhou)" };

/** So many nightly backups, all with these changes. */
function evidence(count: number, changes: FieldChanges = {}) {
  const rows = Array.from({ length: count }, (_, night) => backupRow(`90${night}`, 5 + 24 * night, changes))
    .map((raw) => describeBackups.decodeRow(raw))
    .sort(newestFirst)
    .map((row) => ({ row, reasons: describeBackups.judge({}).row(row, NOW) }));
  const good = rows.filter(({ reasons }) => reasons.length === 0).map(({ row }) => row);
  return { rows, good, now: NOW, since: NOW - 32 * DAY };
}

const tooOld = failed("maxAge", "the newest usable backup is 30h old, older than 26h");

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
  expect(renderReport(subject, evidence(0), [failed("usable", "there is no backup")]).split("\n")).toEqual([
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
  const reasons = Array.from({ length: 20 }, (_, index) => failed(`rule${index}`, `reason ${index}`));
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
