import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test, vi } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { cliProject } from "../support/engine/engineCli.ts";
import { type ProgramProject, startProgram } from "../support/engine/engineProgram.ts";
import { describeWithEngine } from "../support/engine/engineTests.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";
import { childProcesses, isAlive } from "../support/plugin/childProcesses.ts";
import { untilReceived } from "../support/plugin/pluginScene.ts";

const emulator = await useEmulator(startEmulator);

const program = new URL("./programs/waiting.ts", import.meta.url);
/** Far more than it takes, and far less than the two hours of the wait. */
const soon = 60_000;
const made = ["create began", "create done"];

/** Starts an up that waits at its gate: pulumi, and below it the plugin. */
async function untilItWaits(project: ProgramProject, received: Promise<void>) {
  await received;
  const [pulumi = 0, ...below] = childProcesses(project.pid);
  expect(below).not.toEqual([]);
  return { pulumi, started: [pulumi, ...below] };
}

const locks = async ({ path }: ProgramProject) =>
  (await readdir(join(path, "state", ".pulumi", "locks"), { recursive: true })).filter((name) => name.endsWith("json"));

describeWithEngine("a gate that waits in a TypeScript program of the Automation API", () => {
  test("SIGINT to pulumi ends it; stack.cancel() before that takes the lock away and opens nothing", async () => {
    await using project = await startProgram(program, emulator);
    const up = project.up();
    const { pulumi, started } = await untilItWaits(project, untilReceived(emulator, 2));

    // What stack.cancel() runs. With a backend of files, Pulumi leaves the update itself alone.
    expect(await locks(project)).toHaveLength(1);
    await promisify(execFile)("pulumi", ["cancel", "--yes", "--stack", "test"], {
      cwd: project.path,
      env: project.env,
    });
    expect(await locks(project)).toEqual([]);
    expect(started.filter(isAlive)).toEqual(started);

    process.kill(pulumi, "SIGINT");
    const { succeeded, output, events } = await up;
    const asked = emulator.requests().length;

    expect(succeeded).toBe(false);
    expect(output).toMatch(/look 1, \d+s, the newest usable backup is 9d/);
    expect(events.steps()).toEqual({ gate: ["create began", "create failed"] });
    expect(events.told("error")).toEqual({
      gate: [
        expect.stringMatching(/^[^\n]*is 9d old.*\n {2}The wait was cancelled: waited \d+s in \d+ looks?; seen: /),
      ],
      stack: ["update failed\n"],
    });
    await vi.waitFor(() => expect(started.filter(isAlive)).toEqual([]), soon);
    expect(await project.state()).toEqual({});
    // No look after the cancellation.
    expect(emulator.requests()).toHaveLength(asked);
  });

  test("Ctrl-C in a terminal, which reaches the program too, leaves no process", async () => {
    await using project = await startProgram(program, emulator);
    const ended = expect(project.up()).rejects.toThrow("The program's process ended");
    const { pulumi, started } = await untilItWaits(project, untilReceived(emulator, 2));
    const asked = emulator.requests().length;

    // Plugins are in groups of their own: a terminal does not signal them.
    process.kill(project.pid, "SIGINT");
    process.kill(pulumi, "SIGINT");
    await ended;

    const [, ...plugin] = started;
    await vi.waitFor(() => expect(plugin.filter(isAlive)).toEqual([]), soon);
    // pulumi itself looks for its program for a moment longer, and then may leave its lock.
    await vi.waitFor(() => expect(isAlive(pulumi)).toBe(false), soon);
    expect(await project.state()).toEqual({});
    expect(emulator.requests()).toHaveLength(asked);
  });

  test("M5: pulumi that is killed leaves a lock and a pending create; the next up asks the gate all the same", async () => {
    await using project = await startProgram(program, emulator);
    const cli = cliProject(project, {});
    const up = project.up();
    const { pulumi, started } = await untilItWaits(project, untilReceived(emulator, 2));

    process.kill(pulumi, "SIGKILL");
    expect((await up).succeeded).toBe(false);
    await vi.waitFor(() => expect(started.filter(isAlive)).toEqual([]), soon);
    expect(await project.state()).toEqual({});
    expect((await project.up()).output).toContain("the stack is currently locked");

    expect(await cli.pulumi("cancel", "--yes")).toMatchObject({ code: 0 });
    emulator.repeat({ subject: "rm-bp1wiki00stale001" });
    const next = await project.up();
    expect(next.succeeded, next.output).toBe(true);
    expect(next.output).toContain("gate, interrupted while creating");
    expect(next.events.steps()).toEqual({ gate: made, migration: made });
    expect(await cli.pulumi("refresh", "--yes", "--clear-pending-creates")).toMatchObject({ code: 0 });
    const after = await cli.pulumi("stack", "export");
    expect(after.output).not.toContain("pending_operations");
  });
});
