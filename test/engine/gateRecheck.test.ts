import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { startGatedProgram, startGatedYaml } from "../support/engine/engineGate.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

const emulator = await useEmulator(startEmulator);

/** It succeeded in the seed. */
const task = "564522107";
const gate = { type: "MigrateTaskGate", given: { dbInstanceId: "rm-bp1erp00migrate01", migrateTaskId: task } } as const;

describeWithEngine("a task that vanished after its gate passed", () => {
  test("does not block later deployments", async () => {
    await using project = await startGatedProgram(emulator, gate);
    expect(await project.up()).toMatchObject({ succeeded: true });
    emulator.remove({ id: task });

    for (const { succeeded, output, events } of [await project.preview(), await project.up({ refresh: true })]) {
      expect(succeeded, output).toBe(true);
      expect(events.touched()).toEqual({});
    }
    expect(await project.state()).toMatchObject({
      gate: { outputs: { verdict: "pass", migrateTaskId: task, migrateTask: { status: "Success" } } },
    });
  });

  test('blocks them with recheck "always", and the gate keeps what it recorded', async () => {
    const always = { ...gate, given: { ...gate.given, recheck: "always" } };
    await using project = await startGatedYaml(emulator, always);
    expect(await project.up()).toMatchObject({ succeeded: true });
    emulator.remove({ id: task });

    for (const { succeeded, output, events } of [await project.preview(), await project.up()]) {
      expect(succeeded).toBe(false);
      expect(output).toContain(`migrate task ${task} does not exist, or no longer exists`);
      expect(events.touched()).toMatchObject({ gate: "update" });
      expect(events.seen()).not.toContain("migration");
    }
    expect(await project.state()).toMatchObject({ gate: { outputs: { verdict: "pass", migrateTaskId: task } } });
  });
});
