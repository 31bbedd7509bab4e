import { afterAll, beforeEach } from "vitest";
import { startClock } from "../../pluginWithTestClock/startClock.ts";
import { startPlugin } from "./pluginClient.ts";
import { startFakeEngine } from "./pluginEngine.ts";
import { settingsFor } from "./pluginScene.ts";

/** As `usePlugin`, but the plugin's clock is the test's: what waits waits no real time. */
export async function useClockedPlugin() {
  const clocked = await startClock();
  const { emulator } = clocked;
  const engine = await startFakeEngine();
  const plugin = await startPlugin([engine.address], clocked.variables, clocked.program);
  await plugin.configure(settingsFor(emulator));
  beforeEach(() => emulator.reset());
  afterAll(async () => {
    await plugin[Symbol.asyncDispose]();
    await engine[Symbol.asyncDispose]();
    await clocked[Symbol.asyncDispose]();
  });
  return { emulator, engine, plugin };
}
