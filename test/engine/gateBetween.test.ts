import { describe, expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { changesOfTheNewest } from "../support/betweenPreviewAndUp.ts";
import { gatedLanguages } from "../support/engineGate.ts";
import { describeWithEngine } from "../support/engineTests.ts";
import { healthy } from "../support/pluginScene.ts";

const gate = { given: { dbInstanceId: healthy, maxAge: "26h" } };

describeWithEngine("what becomes of a backup between preview and up is caught in up", () => {
  describe.each(gatedLanguages)("in $language", ({ start }) => {
    test.each(changesOfTheNewest)("it $change", async ({ happens, says }) => {
      await using emulator = await startEmulator();
      await using project = await start(emulator, gate);
      const preview = await project.preview();
      expect(preview.succeeded, preview.output).toBe(true);
      expect(preview.events.steps()).toEqual({
        gate: ["create began", "create done"],
        migration: ["create began", "create done"],
      });

      happens(emulator);

      const { succeeded, output, events } = await project.up();
      expect(succeeded).toBe(false);
      expect(output).toContain(says);
      expect(events.steps()).toEqual({ gate: ["create began", "create failed"] });
      expect(await project.state()).toEqual({});
    });
  });
});
