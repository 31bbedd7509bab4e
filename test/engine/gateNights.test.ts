import { expect, test } from "vitest";
import { startClock } from "../clocked/startClock.ts";
import { startCliProject } from "../support/engineCli.ts";
import { gatedYaml } from "../support/engineGate.ts";
import { describeWithEngine } from "../support/engineTests.ts";
import { day, healthy, hour, latestHealthyBackup } from "../support/pluginScene.ts";

const physical = { subject: healthy, where: { BackupMethod: "Physical" } };
const given = { dbInstanceId: healthy, maxAge: "26h" };

describeWithEngine("night after night", () => {
  test("thirty nights, each with a new good backup: no diff; refused after the night when it failed; fine again", async () => {
    await using clocked = await startClock();
    const { emulator } = clocked;
    const yaml = gatedYaml({ given }).replace("provider/bin", clocked.plugin);
    await using project = await startCliProject(yaml, emulator, clocked.variables);
    expect(await project.up()).toMatchObject({ code: 0 });
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
      const { code, output } = await project.preview("--expect-no-changes");
      expect(code, `night ${count}: ${output}`).toBe(0);
    }
    expect(made.size).toBe(30);

    const failed = night("Failed");
    const refused = await project.preview("--expect-no-changes");
    expect(refused.code).not.toBe(0);
    expect(refused.output).toMatch(/: no good backup: the newest usable backup is 27h.* old, older than 26h\./);
    expect(refused.output).toMatch(new RegExp(`${failed.BackupId} .*the backup failed`));
    expect(refused.events.touched()).toEqual({ gate: "update" });
    expect(refused.events.seen()).not.toContain("migration");

    night();
    expect(await project.preview("--expect-no-changes")).toMatchObject({ code: 0 });
    expect(await project.state()).toMatchObject({ gate: { outputs: { backupId: latestHealthyBackup } } });
  }, 300_000);
});
