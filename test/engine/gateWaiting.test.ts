import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test, vi } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { childProcesses, isAlive } from "../support/childProcesses.ts";
import { startCliProject } from "../support/engineCli.ts";
import { emulatorVariables } from "../support/engineFolder.ts";
import { gatedYaml, startGatedProgram, startGatedYaml } from "../support/engineGate.ts";
import { describeWithEngine } from "../support/engineTests.ts";
import { stale, untilReceived } from "../support/pluginScene.ts";

const waits = { given: { dbInstanceId: stale, maxAge: "26h", waitFor: "2h" } };

describeWithEngine("a gate that waits", () => {
  test("lets the release through once a backup was made", async () => {
    await using emulator = await startEmulator();
    await using project = await startGatedProgram(emulator, waits);
    const up = project.up();
    // The first look takes two requests: nothing is found in the last days.
    await untilReceived(emulator, 2);
    const made = emulator.repeat({ subject: stale });

    const { succeeded, output, events } = await up;

    expect(succeeded, output).toBe(true);
    expect(events.touched()).toMatchObject({ gate: "create", migration: "create" });
    expect(await project.state()).toMatchObject({
      gate: { outputs: { verdict: "pass", backupId: made.row.BackupId } },
    });
  });

  test("no longer than customTimeouts say", async () => {
    await using emulator = await startEmulator();
    await using project = await startGatedYaml(emulator, { ...waits, options: { customTimeouts: { create: "1s" } } });

    const { succeeded, output } = await project.up();

    expect(succeeded).toBe(false);
    expect(output).toContain("Gave up: waited 1s in 2 looks; seen: the newest usable backup is 9d old, older than 26h");
    expect(output).toContain("What to do");
  });

  test("Ctrl-C ends pulumi within a second, and leaves no process", async () => {
    await using emulator = await startEmulator();
    const yaml = gatedYaml(waits);
    await using project = await startCliProject(yaml, emulator);
    const env = { ...project.env, ...emulatorVariables(emulator) };
    const args = ["up", "--yes", "--skip-preview", "--non-interactive", "--color", "never"];
    const pulumi = spawn("pulumi", args, {
      cwd: project.path,
      env,
      stdio: ["ignore", "pipe", "pipe"],
      timeout: 60_000,
    });
    let output = "";
    for (const stream of [pulumi.stdout, pulumi.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    }
    await vi.waitFor(
      () => expect(output).toMatch(/gate creating .*look 1, 0s, .*older than 26h, next look in 5s/),
      20_000,
    );
    const asked = emulator.requests().length;
    const started = childProcesses(pulumi.pid ?? 0);
    expect(started.length).toBeGreaterThanOrEqual(2);

    const began = performance.now();
    const closed = once(pulumi, "close");
    pulumi.kill("SIGINT");
    await closed;
    const took = performance.now() - began;

    expect(pulumi.exitCode, output).not.toBe(0);
    expect(output).toMatch(/The wait was cancelled: waited \d+s in 1 look; seen: .*older than 26h/);
    expect(took, output).toBeLessThan(1000);
    await vi.waitFor(() => expect(started.filter(isAlive)).toEqual([]));
    expect(await project.state()).toEqual({});
    // No look after the cancellation.
    expect(emulator.requests()).toHaveLength(asked);
  });
});
