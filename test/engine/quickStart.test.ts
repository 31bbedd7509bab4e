import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { projectRoot } from "../../scripts/projectRoot.ts";
import { startCliProject } from "../support/engine/engineCli.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { day, healthy, latestHealthyBackup } from "../support/plugin/pluginScene.ts";

const emulator = await useEmulator(startEmulator);

describeWithEngine("the quick-start project, byte for byte", () => {
  test("shows the newest good backup, then stops a change behind the gate once it is too old", async () => {
    const quickStart = await readFile(join(projectRoot, "Pulumi.yaml"), "utf8");
    await using project = await startCliProject(quickStart, emulator);
    // The first run: both show the ID, and everything is made.
    const firstPreview = await project.preview();
    expect(firstPreview).toMatchObject({ code: 0, output: expect.stringContaining(latestHealthyBackup) });
    expect(firstPreview.events.touched()).toMatchObject({ freshBackup: "create", migration: "create" });
    const firstUp = await project.up();
    expect(firstUp).toMatchObject({ code: 0, output: expect.stringContaining(latestHealthyBackup) });
    expect(await project.state()).toMatchObject({
      freshBackup: { outputs: { verdict: "pass", backupId: latestHealthyBackup } },
      migration: { outputs: { input: "release 1" } },
    });

    // Nothing has changed: the next night's backup is not a change.
    emulator.repeat({ subject: healthy, where: { BackupMethod: "Physical" } });
    expect(await project.preview("--expect-no-changes")).toMatchObject({ code: 0 });

    // All backups are older now, and a release is due.
    emulator.age({ subject: healthy }, 3 * day);
    await project.pulumi("config", "set", "release", "2");
    const refusedPreview = await project.preview();
    const refusedUp = await project.up();
    for (const { code, output, events } of [refusedPreview, refusedUp]) {
      expect(code).not.toBe(0);
      expect(output).toContain(`${healthy} (cn-hangzhou)`);
      expect(output).toMatch(/3d.* old, older than 26h/);
      expect(output).toContain("What to do");
      expect(output).not.toMatch(/^ +at /m);
      expect(Object.keys(events.touched())).toContain("freshBackup");
      expect(Object.keys(events.touched())).not.toContain("migration");
    }
    expect(await project.state()).toMatchObject({
      freshBackup: { outputs: { verdict: "pass", backupId: latestHealthyBackup } },
      migration: { outputs: { input: "release 1" } },
    });

    // A new backup was made: the release goes through.
    const made = emulator.repeat({ subject: healthy, where: { BackupMethod: "Physical" } });
    const lastUp = await project.up();
    expect(lastUp).toMatchObject({ code: 0, output: expect.stringContaining(String(made.row.BackupId)) });
    expect(lastUp.events.touched()).toMatchObject({ migration: "update" });
    expect(await project.state()).toMatchObject({ migration: { outputs: { input: "release 2" } } });
  });
});
