import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../emulator/index.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import { startProgram } from "../support/engine/engineProgram.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { day, healthy, stale } from "../support/plugin/pluginScene.ts";

const emulator = await useEmulator(startEmulator);

const task = { dbInstanceId: "rm-bp1erp00migrate01", migrateTaskId: "564522107" };

async function start(emulator: Emulator, type: "BackupGate" | "MigrateTaskGate", first: JsonObject) {
  const project = await startProgram(new URL("./programs/dynamicGated.ts", import.meta.url), emulator);
  const change = (inputs: JsonObject) => writeFile(join(project.path, "gate.json"), JSON.stringify({ type, inputs }));
  await change(first);
  const configure = (key: string, value: string) =>
    promisify(execFile)("pulumi", ["config", "set", "--stack", "test", `alicloud-backups:${key}`, value], {
      cwd: project.path,
      env: project.env,
    });
  return { ...project, change, configure };
}

describeWithEngine("a dynamic gate", () => {
  test("H9: does not wait, as Ctrl-C would not end it: waitFor is refused in preview and up, and nothing is asked", async () => {
    await using project = await start(emulator, "BackupGate", { dbInstanceId: stale, maxAge: "26h", waitFor: "2h" });

    for (const { succeeded, output } of [await project.preview(), await project.up()]) {
      expect(succeeded).toBe(false);
      expect(output).toContain("Pulumi does not pass Ctrl-C on to dynamic resources");
      expect(output).not.toMatch(/^ +at /m);
    }
    expect(emulator.requests()).toEqual([]);
    expect(await project.state()).toEqual({});
  });

  test("without it: refuses a stale instance, lets a healthy one through, and is not deleted when that is stale", async () => {
    const locked = { dbInstanceId: healthy, maxAge: "26h", denyDestroy: true };
    await using project = await start(emulator, "BackupGate", { ...locked, dbInstanceId: stale });
    const refused = await project.up();
    expect(refused.output).toContain("older than 26h");
    expect(await project.state()).toEqual({});

    await project.change(locked);
    expect(await project.up()).toMatchObject({ succeeded: true });
    expect(await project.state()).toMatchObject({ gate: { outputs: { verdict: "pass" } } });

    emulator.age({ subject: healthy }, 3 * day);
    const kept = await project.destroy();
    expect(kept.succeeded).toBe(false);
    expect(kept.output).toContain("The gate has denyDestroy");
    expect(await project.state()).toHaveProperty("gate");
  });

  test("W13: is evaluated again when the provider moves to another region", async () => {
    await using project = await start(emulator, "MigrateTaskGate", task);
    expect(await project.up()).toMatchObject({ succeeded: true });
    expect((await project.preview()).events.touched()).toEqual({});

    await project.configure("region", "cn-beijing");
    expect((await project.preview()).events.touched()).toMatchObject({ gate: "update" });
    expect(await project.up()).toMatchObject({ succeeded: true });
    expect(await project.state()).toMatchObject({ gate: { outputs: { place: `cn-beijing at ${emulator.url}` } } });
  });
});
