import { afterAll, beforeEach } from "vitest";
import type { CommandIo } from "../../../provider/command/commandIo.ts";
import { realHost } from "../../../provider/core/realHost.ts";
import { ClockFile } from "../../pluginWithTestClock/ClockFile.ts";
import { startClock } from "../../pluginWithTestClock/startClock.ts";
import { startPlugin } from "../plugin/pluginClient.ts";
import { startFakeEngine } from "../plugin/pluginEngine.ts";
import { settingsFor } from "../plugin/pluginScene.ts";
import { environmentFor } from "./commandProcess.ts";

/** The built plugin and the command in this process, with one clock, which is the test's. */
export async function useClockedCommand() {
  const clocked = await startClock();
  const { emulator } = clocked;
  const engine = await startFakeEngine();
  const plugin = await startPlugin([engine.address], clocked.variables, clocked.program);
  await plugin.configure(settingsFor(emulator));
  const clock = new ClockFile(clocked.variables.CLOCK_FILE ?? "");
  beforeEach(() => emulator.reset());
  afterAll(async () => {
    await plugin[Symbol.asyncDispose]();
    await engine[Symbol.asyncDispose]();
    await clocked[Symbol.asyncDispose]();
  });

  /** What the command runs with, and the lines that it tells. */
  function commandIo() {
    const told: string[] = [];
    const host = {
      ...realHost,
      env: environmentFor(emulator),
      now: () => clock.now(),
      elapsed: () => clock.now(),
      sleep: (ms: number) => Promise.resolve(clock.pass(ms)),
    };
    const refuse = (path: string): never => {
      throw new Error(`No test has a file ${path}.`);
    };
    const io: CommandIo = {
      host,
      signal: new AbortController().signal,
      readText: refuse,
      writeFile: refuse,
      tell: (line) => told.push(line),
      status: (line) => told.push(line),
    };
    return { io, told };
  }

  return { emulator, engine, plugin, clock, commandIo };
}
