import { expect, test } from "vitest";
import { startClock } from "../pluginWithTestClock/startClock.ts";
import { startGatedYaml } from "../support/engine/engineGate.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";
import { day, healthy, hour, latestHealthyBackup } from "../support/plugin/pluginScene.ts";

const physical = { subject: healthy, where: { BackupMethod: "Physical" } };
const given = { dbInstanceId: healthy, maxAge: "26h" };

/* Thirty nights are in plugin/gateNights.test.ts: this shows that they arrive. */
describeWithEngine("night after night", () => {
  test("a new good backup is no diff; a preview is refused after the night when it failed, and fine again", async () => {
    await using clocked = await startClock();
    const { emulator } = clocked;
    await using project = await startGatedYaml(emulator, { given }, clocked);
    expect(await project.up()).toMatchObject({ succeeded: true });
    // The backup is made at midnight, the preview runs at three.
    const night = (status = "Success") => {
      clocked.pass(day - 3 * hour);
      const { row } = emulator.repeat(physical, { BackupStatus: status });
      clocked.pass(3 * hour);
      return row;
    };

    for (const count of [1, 2]) {
      night();
      const { succeeded, output } = await project.preview({ expectNoChanges: true });
      expect(succeeded, `night ${count}: ${output}`).toBe(true);
    }

    const failed = night("Failed");
    const refused = await project.preview({ expectNoChanges: true });
    expect(refused.succeeded).toBe(false);
    expect(refused.output).toMatch(/: no good backup: the newest usable backup is 27h.* old, older than 26h\./);
    expect(refused.output).toMatch(new RegExp(`${failed.BackupId} .*the backup failed`));
    expect(refused.events.steps()).toEqual({ gate: ["update began"] });

    night();
    expect(await project.preview({ expectNoChanges: true })).toMatchObject({ succeeded: true });
    expect(await project.state()).toMatchObject({ gate: { outputs: { backupId: latestHealthyBackup } } });
  });
});
