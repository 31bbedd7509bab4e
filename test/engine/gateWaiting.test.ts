import { expect, test } from "vitest";
import { startClock } from "../pluginWithTestClock/startClock.ts";
import { startGatedProgram, startGatedYaml } from "../support/engine/engineGate.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";
import { backupRow, iso } from "../support/fixtures/backups.ts";
import { stale } from "../support/plugin/pluginScene.ts";

const waits = { given: { dbInstanceId: stale, maxAge: "26h", waitFor: "2h" } };

describeWithEngine("a gate that waits", () => {
  test("lets the release through once a backup is made, and records it", async () => {
    await using clocked = await startClock();
    const { emulator } = clocked;
    const began = { DBInstanceId: stale, BackupStartTime: iso(emulator.now()), BackupEndTime: undefined };
    emulator.add({
      action: "DescribeBackups",
      subject: stale,
      row: backupRow("12", 0, { ...began, BackupStatus: "Running" }),
      timeline: [{ after: 20_000, set: { BackupStatus: "Success", BackupEndTime: iso(emulator.now() + 20_000) } }],
    });
    await using project = await startGatedProgram(emulator, waits, clocked);

    const { succeeded, output, events } = await project.up();

    expect(succeeded, output).toBe(true);
    expect(events.messages().map(({ text }) => text)).toEqual([
      expect.stringMatching(/^look 1, 0s, /),
      expect.stringMatching(/^look 2, 5s, /),
      expect.stringMatching(/^look 3, 15s, .*, next look in 20s$/m),
    ]);
    expect(events.touched()).toMatchObject({ gate: "create", migration: "create" });
    expect(await project.state()).toMatchObject({ gate: { outputs: { verdict: "pass", backupId: "12" } } });
  });

  test("no longer than customTimeouts say", async () => {
    await using clocked = await startClock();
    const options = { customTimeouts: { create: "1s" } };
    await using project = await startGatedYaml(clocked.emulator, { ...waits, options }, clocked);

    const { succeeded, output } = await project.up();

    expect(succeeded).toBe(false);
    expect(output).toContain("Gave up: waited 1s in 2 looks; seen: the newest usable backup is 9d old, older than 26h");
    expect(output).toContain("What to do");
  });
});
