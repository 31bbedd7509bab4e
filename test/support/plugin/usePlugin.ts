import { afterAll, beforeEach } from "vitest";
import { startEmulator } from "../../../emulator/index.ts";
import { configuredPlugin } from "./pluginScene.ts";

/** An emulator and a plugin that asks it, for all tests of a file; each test begins with the seeds. */
export async function usePlugin() {
  const emulator = await startEmulator();
  const plugin = await configuredPlugin(emulator);
  beforeEach(() => emulator.reset());
  afterAll(async () => {
    await plugin[Symbol.asyncDispose]();
    await emulator.close();
  });
  return { emulator, plugin };
}
