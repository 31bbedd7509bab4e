import { afterAll } from "vitest";
import { startEmulator } from "../../../emulator/index.ts";
import { useEmulator } from "../lookups/useEmulator.ts";
import { configuredPlugin } from "./pluginScene.ts";

/** An emulator and a plugin that asks it, for all tests of a file; each test begins with the seeds. */
export async function usePlugin() {
  const emulator = await useEmulator(startEmulator);
  const plugin = await configuredPlugin(emulator);
  afterAll(() => plugin[Symbol.asyncDispose]());
  return { emulator, plugin };
}
