import { expect, test } from "vitest";
import { backupRow, iso } from "../support/fixtures/backups.ts";
import { refusalOf, stale } from "../support/plugin/pluginScene.ts";
import { useClockedPlugin } from "../support/plugin/useClockedPlugin.ts";

const { emulator, plugin } = await useClockedPlugin();

/** The second look comes after five seconds, which is also the end of the wait. */
const waits = { dbInstanceId: stale, maxAge: "26h", waitFor: "5s" };

/** It begins as the wait does, and fails before the second look. */
function addFailingBackup(): void {
  const changes = { DBInstanceId: stale, BackupStartTime: iso(emulator.now()), BackupEndTime: undefined };
  emulator.add({
    action: "DescribeBackups",
    subject: stale,
    row: backupRow("12", 0, { ...changes, BackupStatus: "Running" }),
    timeline: [{ after: 4000, set: { BackupStatus: "Failed", BackupEndTime: iso(emulator.now() + 4000) } }],
  });
}

test.each([
  ["time was over", () => undefined, "Gave up: waited 5s in 2 looks; seen: .*older than 26h"],
  [
    "a new backup failed",
    addFailingBackup,
    "The wait ended early: backup 12 failed after the wait had begun; waited 5s in 2 looks; seen: .*older than 26h",
  ],
  [
    "a reason came up that waiting cannot change",
    // The first look takes two requests: nothing is found in the last days.
    () => emulator.inject({ kind: "error", status: 403, code: "Forbidden.RAM", skip: 2 }),
    "The wait ended early: .*Forbidden\\.RAM.*, and waiting cannot change that; waited 5s in 2 looks; seen: .*",
  ],
])("M4: the report of a gate whose wait ended because %s says so, and nothing else", async (_, meanwhile, note) => {
  meanwhile();

  const report = (await refusalOf(plugin.create(waits))).details;

  expect(report.split("\n")[1]).toMatch(new RegExp(`^  ${note}`));
  expect(report.match(/Gave up|The wait ended early|The wait was cancelled/g)).toHaveLength(1);
});
