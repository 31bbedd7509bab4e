import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { startCliProject } from "../support/engineCli.ts";
import { gatedYaml } from "../support/engineGate.ts";
import { describeWithEngine } from "../support/engineTests.ts";

/** It succeeded in the seed. */
const task = "564522107";
const given = { dbInstanceId: "rm-bp1erp00migrate01", migrateTaskId: task };

describeWithEngine("a task that vanished after its gate passed", () => {
  test("does not block later deployments", async () => {
    await using emulator = await startEmulator();
    await using project = await startCliProject(gatedYaml({ type: "MigrateTaskGate", given }), emulator);
    expect(await project.up()).toMatchObject({ code: 0 });
    emulator.remove({ id: task });

    expect(await project.preview("--expect-no-changes")).toMatchObject({ code: 0 });
    expect(await project.up("--refresh")).toMatchObject({ code: 0 });
    expect(await project.state()).toMatchObject({
      gate: { outputs: { verdict: "pass", migrateTaskId: task, migrateTask: { status: "Success" } } },
    });
  });

  test('blocks them with recheck "always", and the gate keeps what it recorded', async () => {
    await using emulator = await startEmulator();
    const always = gatedYaml({ type: "MigrateTaskGate", given: { ...given, recheck: "always" } });
    await using project = await startCliProject(always, emulator);
    expect(await project.up()).toMatchObject({ code: 0 });
    emulator.remove({ id: task });

    for (const { code, output, events } of [await project.preview(), await project.up()]) {
      expect(code).not.toBe(0);
      expect(output).toContain(`migrate task ${task} is not known (any more)`);
      expect(events.touched()).toEqual({ gate: "update" });
    }
    expect(await project.state()).toMatchObject({ gate: { outputs: { verdict: "pass", migrateTaskId: task } } });
  });
});
