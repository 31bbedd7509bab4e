import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { startProgram } from "../support/engine/engineProgram.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";
import { engineTexts } from "../support/engine/engineTexts.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { day, healthy, latestHealthyBackup } from "../support/plugin/pluginScene.ts";
import { findSecrets } from "../support/secrets/findSecrets.ts";

const emulator = await useEmulator(startEmulator);

describeWithEngine("the dynamic LatestBackup", () => {
  test("shows the ID, sees a newer backup in the next preview, and refuses one that is too old", async () => {
    await using project = await startProgram(new URL("./programs/dynamicLatest.ts", import.meta.url), emulator);

    expect(await project.up()).toMatchObject({ succeeded: true, output: expect.stringContaining(latestHealthyBackup) });
    expect(await project.state()).toMatchObject({ latest: { outputs: { backupId: latestHealthyBackup } } });
    // The serialised provider is part of the state.
    expect(findSecrets(await engineTexts(project))).toEqual([]);

    emulator.repeat({ subject: healthy, where: { BackupMethod: "Physical" } });
    expect((await project.preview()).events.touched()).toMatchObject({ latest: "update" });

    emulator.age({ subject: healthy }, 3 * day);
    const refused = await project.preview();
    expect(refused.succeeded).toBe(false);
    expect(refused.output).toMatch(/3d.* old, older than 26h/);
    expect(refused.output).not.toMatch(/^ +at /m);
  });
});
