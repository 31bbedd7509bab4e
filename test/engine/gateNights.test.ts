import { expect, test } from "vitest";
import { startClock } from "../clocked/startClock.ts";
import { gatedLanguages } from "../support/engineGate.ts";
import { describeWithEngine } from "../support/engineTests.ts";
import { day, healthy, hour, latestHealthyBackup } from "../support/pluginScene.ts";

const physical = { subject: healthy, where: { BackupMethod: "Physical" } };
const given = { dbInstanceId: healthy, maxAge: "26h" };

describeWithEngine("night after night", () => {
  test.each(gatedLanguages)(
    "thirty nights, each with a new good backup: no diff; refused after the night when it failed; fine again, in $language",
    async ({ start }) => {
      await using clocked = await startClock();
      const { emulator } = clocked;
      await using project = await start(emulator, { given }, clocked);
      expect(await project.up()).toMatchObject({ succeeded: true });
      // The backup is made at midnight, the preview runs at three.
      const night = (status = "Success") => {
        clocked.pass(day - 3 * hour);
        const { row } = emulator.repeat(physical, { BackupStatus: status });
        clocked.pass(3 * hour);
        return row;
      };

      const made = new Set<unknown>();
      for (let count = 1; count <= 30; count++) {
        made.add(night().BackupId);
        const { succeeded, output } = await project.preview({ expectNoChanges: true });
        expect(succeeded, `night ${count}: ${output}`).toBe(true);
      }
      expect(made.size).toBe(30);

      const failed = night("Failed");
      const refused = await project.preview({ expectNoChanges: true });
      expect(refused.succeeded).toBe(false);
      expect(refused.output).toMatch(/: no good backup: the newest usable backup is 27h.* old, older than 26h\./);
      expect(refused.output).toMatch(new RegExp(`${failed.BackupId} .*the backup failed`));
      expect(refused.events.steps()).toEqual({ gate: ["update began"] });

      night();
      expect(await project.preview({ expectNoChanges: true })).toMatchObject({ succeeded: true });
      expect(await project.state()).toMatchObject({ gate: { outputs: { backupId: latestHealthyBackup } } });
    },
    300_000,
  );
});
