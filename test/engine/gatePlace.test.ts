import { expect, test } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { startCliProject } from "../support/engine/engineCli.ts";
import { gatedYaml } from "../support/engine/engineGate.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

const emulator = await useEmulator(startEmulator);

/** It succeeded in the seed. */
const task = "564522107";
const inputs = { dbInstanceId: "rm-bp1erp00migrate01", migrateTaskId: task };

describeWithEngine("W13: a task gate that passed in cn-hangzhou, when the provider moves to cn-beijing", () => {
  test("is evaluated again, and recorded anew; from then on it stands there, too", async () => {
    await using project = await startCliProject(gatedYaml({ type: "MigrateTaskGate", given: inputs }), emulator);
    expect(await project.up()).toMatchObject({ code: 0 });
    const moveTo = (region: string) => project.pulumi("config", "set", "alicloud-backups:region", region);

    expect(await moveTo("cn-beijing")).toMatchObject({ code: 0 });
    expect((await project.preview()).events.touched()).toMatchObject({ gate: "update" });
    expect(await project.up()).toMatchObject({ code: 0 });
    expect(await project.state()).toMatchObject({
      gate: { outputs: { place: `cn-beijing at ${emulator.url}`, migrateTask: { region: "cn-beijing" } } },
    });

    emulator.remove({ id: task });
    emulator.clearRequests();
    expect((await project.preview("--expect-no-changes")).code).toBe(0);
    expect(emulator.requests()).toEqual([]);
  });
});
