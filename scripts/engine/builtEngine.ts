import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "../setup/withLock.mjs";
import { buildEngine } from "./buildEngine.ts";
import { cacheFolder } from "./cacheFolder.ts";
import type { Engine } from "./engine.ts";
import { engineKey } from "./enginePins.ts";
import { findOnPath } from "./findOnPath.ts";

/** The engine built from tools/go.mod, once for all clones with the same pins. */
export async function builtEngine(): Promise<Engine> {
  const folder = join(cacheFolder(), `engine-${engineKey}`);
  if (existsSync(folder)) return { folder };
  if (!findOnPath("go")) return { missing: "build with Go: there is no go on PATH." };

  return await withLock(`${folder}.lock`, async () => {
    if (existsSync(folder)) return { folder };
    // The lock is ours, so a folder of this name was left by a build that was stopped.
    const unfinished = `${folder}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    try {
      await buildEngine(unfinished);
      renameSync(unfinished, folder);
      return { folder };
    } catch (error) {
      console.error(`Set-up: the engine could not be built: ${error instanceof Error ? error.message : error}`);
      return { missing: "build with Go: it failed with the message above." };
    }
  });
}
