import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { startCliProject } from "../support/engine/engineCli.ts";
import { gatedYaml } from "../support/engine/engineGate.ts";
import { startProgram } from "../support/engine/engineProgram.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { stale } from "../support/plugin/pluginScene.ts";

const emulator = await useEmulator(startEmulator);

describeWithEngine("gates in a TypeScript program", () => {
  test("inputs not known in preview: the gate neither passes nor breaks the preview; up evaluates it", async () => {
    await using project = await startProgram(new URL("./programs/unknownInput.ts", import.meta.url), emulator);

    const preview = await project.preview();

    expect(preview.succeeded, preview.output).toBe(true);
    expect(preview.events.touched()).toMatchObject({ db: "create", gate: "create", migration: "create" });
    expect(preview.events.messages()).toContainEqual({
      severity: "info",
      resource: "gate",
      text: expect.stringMatching(/not evaluated.*dbInstanceId/),
    });
    // Neither an ID nor an empty answer: the engine's own word for "known after up".
    expect(preview.output).toMatch(/latestBackupId\s*: \[unknown\]|latestBackupId\s*: output<string>/);
    expect(emulator.requests()).toEqual([]);

    const up = await project.up();

    expect(up.succeeded, up.output).toBe(false);
    expect(up.output).toContain(`${stale} (cn-hangzhou): no good backup`);
    expect(up.events.seen()).not.toContain("migration");
    expect(Object.keys(await project.state())).toEqual(["db"]);
  });

  test("provider configuration not known in preview: the same", async () => {
    await using project = await startProgram(new URL("./programs/unknownProvider.ts", import.meta.url), emulator);

    const preview = await project.preview();

    expect(preview.succeeded, preview.output).toBe(true);
    expect(preview.events.touched()).toMatchObject({ backups: "create", gate: "create", migration: "create" });
    for (const name of ["latestBackupId", "shape"]) {
      expect(preview.output).toMatch(new RegExp(`${name}\\s*: (\\[unknown\\]|output<string>)`));
    }
    expect(emulator.requests()).toEqual([]);

    const up = await project.up();

    expect(up.succeeded, up.output).toBe(false);
    expect(up.output).toContain(`${stale} (cn-hangzhou): no good backup`);
    expect(up.events.seen()).not.toContain("migration");
    expect(Object.keys(await project.state())).toEqual(["place"]);
  });
});

describeWithEngine("a gate that is read in YAML", () => {
  test("is refused: nobody has evaluated it, and what depends on it is not touched", async () => {
    const program = JSON.parse(gatedYaml({ given: {} }));
    const { properties: _, ...gate } = program.resources.gate;
    const state = { dbInstanceId: stale, maxAge: "26h" };
    const resources = { ...program.resources, gate: { ...gate, get: { id: "gate", state } } };
    await using project = await startCliProject(JSON.stringify({ ...program, resources }), emulator);

    for (const { code, output, events } of [await project.preview(), await project.up()]) {
      expect(code).not.toBe(0);
      expect(output).toContain("A gate is evaluated where it is made");
      expect(events.seen()).not.toContain("migration");
    }
  });
});
