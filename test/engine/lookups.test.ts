import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { startProgram } from "../support/engine/engineProgram.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { day, healthy, latestHealthyBackup } from "../support/plugin/pluginScene.ts";

const emulator = await useEmulator(startEmulator);

describeWithEngine("lookups in a TypeScript program", () => {
  test.each([
    ["plain", new URL("./programs/latestPlain.ts", import.meta.url)],
    ["Output", new URL("./programs/latestOutput.ts", import.meta.url)],
  ])("the %s form shows the ID in preview and up, and a refusal without a stack trace", async (_, program) => {
    await using project = await startProgram(program, emulator);

    for (const run of [await project.preview(), await project.up()]) {
      expect(run).toMatchObject({ succeeded: true, output: expect.stringContaining(latestHealthyBackup) });
    }
    emulator.age({ subject: healthy }, 3 * day);
    for (const run of [await project.preview(), await project.up()]) {
      expect(run.succeeded).toBe(false);
      const texts = run.events.messages().map(({ text }) => text);
      const report = texts.find((text) => text.includes("What to do"));
      expect(report).toMatch(/^alicloud-backups:rds:getLatestBackup: rm-bp1shop0healthy01 \(cn-hangzhou\): /);
      expect(report).toMatch(/3d.* old, older than 26h/);
      expect(texts.join("\n")).not.toMatch(/^ +at /m);
      expect(run.output).not.toMatch(/unhandled|^ +at .*(sdk|node_modules)/im);
    }
  });

  test("a backup that is not there is one clear error", async () => {
    await using project = await startProgram(new URL("./programs/missingBackup.ts", import.meta.url), emulator);

    const { succeeded, events } = await project.preview();

    expect(succeeded).toBe(false);
    const errors = events.messages().filter(({ severity, text }) => severity === "error" && text.includes("404404"));
    // The host of inline programs tells whatever ends a program twice, word for word.
    expect(new Set(errors.map(({ text }) => text))).toEqual(
      new Set([expect.stringContaining(`${healthy} (cn-hangzhou): backup 404404 was not found`)]),
    );
    expect(errors[0]?.text).not.toMatch(/^ +at /m);
  });
});
