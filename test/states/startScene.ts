import { type Emulator, startEmulator } from "../../emulator/index.ts";
import { scene } from "./scene.ts";
import { sceneTime } from "./sceneTime.ts";

/** The emulator as it was when the states were recorded, its clock at that moment. */
export function startScene(): Promise<Emulator> {
  return startEmulator({ seeds: scene, clock: { now: () => sceneTime } });
}

/** Holds the clocks of other processes there, too. */
export const stillClock = { NODE_OPTIONS: `--import=${new URL("./stillClock.ts", import.meta.url).href}` };
