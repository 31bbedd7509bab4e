import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { startGatedProgram } from "../support/engine/engineGate.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { healthy, latestHealthyBackup } from "../support/plugin/pluginScene.ts";

const emulator = await useEmulator(startEmulator);

/* What else can become of it is in plugin/gateBetween.test.ts. */
describeWithEngine("between preview and up", () => {
  test("a backup that fails is caught in up, and nothing behind the gate is touched", async () => {
    await using project = await startGatedProgram(emulator, { given: { dbInstanceId: healthy, maxAge: "26h" } });
    const preview = await project.preview();
    expect(preview.succeeded, preview.output).toBe(true);
    expect(preview.events.steps()).toEqual({
      gate: ["create began", "create done"],
      migration: ["create began", "create done"],
    });

    emulator.change({ id: latestHealthyBackup }, { BackupStatus: "Failed" });

    const { succeeded, output, events } = await project.up();
    expect(succeeded).toBe(false);
    expect(output).toContain("the backup failed");
    expect(events.steps()).toEqual({ gate: ["create began", "create failed"] });
    expect(await project.state()).toEqual({});
  });
});
