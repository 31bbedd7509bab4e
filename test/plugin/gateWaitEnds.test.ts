import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { type Emulator, startEmulator } from "../../emulator/index.ts";
import { backupRow, iso } from "../support/backups.ts";
import type { Plugin } from "../support/pluginClient.ts";
import { type FakeEngine, startFakeEngine } from "../support/pluginEngine.ts";
import { configuredPlugin, refusalOf, stale } from "../support/pluginScene.ts";

let emulator: Emulator;
let engine: FakeEngine;
let plugin: Plugin;
beforeAll(async () => {
  [emulator, engine] = await Promise.all([startEmulator(), startFakeEngine()]);
  plugin = await configuredPlugin(emulator, [engine.address]);
});
afterAll(async () => {
  await plugin[Symbol.asyncDispose]();
  await engine[Symbol.asyncDispose]();
  await emulator.close();
});
beforeEach(() => emulator.reset());

const waits = { dbInstanceId: stale, maxAge: "26h", waitFor: "2h" };
/** Whole seconds: a little ahead, so that it is certainly after the wait has begun. */
const soon = () => iso(Date.now() + 2000);

function addFailedBackup(): void {
  const row = backupRow("12", 0, { DBInstanceId: stale, BackupStatus: "Failed", BackupStartTime: soon() });
  emulator.add({ action: "DescribeBackups", subject: stale, row: { ...row, BackupEndTime: soon() } });
}

/** The second look comes after one second, which is also the end of the wait. */
async function refusalAfter(meanwhile: () => void): Promise<string> {
  const urn = `urn:pulumi:test::project::alicloud-backups:rds:BackupGate::gate${engine.messages.length}`;
  const refusal = refusalOf(plugin.create(waits, { urn, timeout: 1 }));
  await vi.waitFor(() => expect(engine.messages.filter((each) => each.urn === urn)).toHaveLength(1), 5000);
  meanwhile();
  return (await refusal).details;
}

test.each([
  ["time was over", () => undefined, "Gave up: waited \\ds in 2 looks; seen: .*older than 26h"],
  [
    "a new backup failed",
    addFailedBackup,
    "The wait ended early: backup 12 failed after the wait had begun; waited \\ds in 2 looks; seen: .*older than 26h",
  ],
  [
    "a reason came up that waiting cannot change",
    () => emulator.inject({ kind: "error", status: 403, code: "Forbidden.RAM" }),
    "The wait ended early: .*Forbidden\\.RAM.*, and waiting cannot change that; waited \\ds in 2 looks; seen: .*",
  ],
])("M4: the report of a gate whose wait ended because %s says so, and nothing else", async (_, meanwhile, note) => {
  const report = await refusalAfter(meanwhile);

  expect(report.split("\n")[1]).toMatch(new RegExp(`^  ${note}`));
  expect(report.match(/Gave up|The wait ended early|The wait was cancelled/g)).toHaveLength(1);
});
