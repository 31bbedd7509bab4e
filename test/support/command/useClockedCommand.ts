import { afterAll, beforeEach } from "vitest";
import { realHost } from "../../../provider/core/realHost.ts";
import { ClockFile } from "../../pluginWithTestClock/ClockFile.ts";
import { startClock } from "../../pluginWithTestClock/startClock.ts";
import { startPlugin } from "../plugin/pluginClient.ts";
import { startFakeEngine } from "../plugin/pluginEngine.ts";
import { settingsFor } from "../plugin/pluginScene.ts";
import { commandIoIn } from "./commandIo.ts";
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

  const host = {
    ...realHost,
    now: () => clock.now(),
    elapsed: () => clock.now(),
    sleep: (ms: number) => Promise.resolve(clock.pass(ms)),
  };
  const commandIo = () => commandIoIn(environmentFor(emulator), host);
  return { emulator, engine, plugin, clock, commandIo };
}
