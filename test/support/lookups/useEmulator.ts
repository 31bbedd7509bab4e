import { afterAll, beforeEach } from "vitest";
import type { Emulator } from "../../../emulator/index.ts";
import { startEmptyEmulator } from "./lookups.ts";

/** An emulator for all tests of a file, without records unless it is started otherwise; each test begins as it started. */
export async function useEmulator(start: () => Promise<Emulator> = startEmptyEmulator): Promise<Emulator> {
  const emulator = await start();
  beforeEach(() => emulator.reset());
  afterAll(() => emulator.close());
  return emulator;
}
