import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { startCliProject } from "../support/engineCli.ts";
import { gatedYaml } from "../support/engineGate.ts";
import { describeWithEngine } from "../support/engineTests.ts";
import { day, healthy, hour, latestHealthyBackup } from "../support/pluginScene.ts";

const physical = { subject: healthy, where: { BackupMethod: "Physical" } };

/** Thirty nights are in `test/plugin/gateNights.test.ts`. */
describeWithEngine("night after night", () => {
  test("no diff with each new good backup; refused when the backup failed for long enough; and fine again", async () => {
    await using emulator = await startEmulator();
    const yaml = gatedYaml({ given: { dbInstanceId: healthy, maxAge: "26h" } });
    await using project = await startCliProject(yaml, emulator);
    expect(await project.up()).toMatchObject({ code: 0 });
    const night = (status = "Success") => {
      emulator.age({ subject: healthy }, day);
      return emulator.repeat(physical, { BackupStatus: status });
    };

    for (let nights = 1; nights <= 6; nights++) {
      night();
      const { code, output } = await project.preview("--expect-no-changes");
      expect(code, `night ${nights}: ${output}`).toBe(0);
    }

    const failed = night("Failed");
    expect(await project.preview("--expect-no-changes")).toMatchObject({ code: 0 });
    emulator.age({ subject: healthy }, 3 * hour);
    const refused = await project.preview("--expect-no-changes");
    expect(refused.code).not.toBe(0);
    expect(refused.output).toMatch(/: no good backup: the newest usable backup is 27h.* old, older than 26h\./);
    expect(refused.output).toMatch(new RegExp(`${failed.row.BackupId} .*the backup failed`));
    expect(refused.events.touched()).toEqual({ gate: "update" });
    expect(refused.events.seen()).not.toContain("migration");

    night();
    expect(await project.preview("--expect-no-changes")).toMatchObject({ code: 0 });
    expect(await project.state()).toMatchObject({ gate: { outputs: { backupId: latestHealthyBackup } } });
  });

  test("a backup that fails between preview and up is caught in up", async () => {
    await using emulator = await startEmulator();
    const yaml = gatedYaml({ given: { dbInstanceId: healthy, maxAge: "26h" } });
    await using project = await startCliProject(yaml, emulator);
    const preview = await project.preview();
    expect(preview).toMatchObject({ code: 0 });
    expect(preview.events.touched()).toMatchObject({ gate: "create", migration: "create" });

    emulator.change({ id: latestHealthyBackup }, { BackupStatus: "Failed" });

    const up = await project.up();
    expect(up.code).not.toBe(0);
    expect(up.output).toMatch(new RegExp(`${latestHealthyBackup} .*the backup failed`));
    expect(up.events.touched()).toHaveProperty("gate", "create");
    expect(up.events.seen()).not.toContain("migration");
    expect(await project.state()).toEqual({});
  });
});
