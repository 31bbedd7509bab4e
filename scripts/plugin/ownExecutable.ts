import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { bundleExecutable } from "./bundleExecutable.ts";
import { ensureExecutable } from "./ensureExecutable.ts";
import { isThisMachine, platforms } from "./platforms.ts";
import { pluginCache } from "./pluginCache.ts";

/** The plugin as one executable for this machine. */
export async function ownExecutable(): Promise<string> {
  const platform = platforms.find(isThisMachine);
  if (!platform) throw new Error(`The plugin is not released for ${process.platform} on ${process.arch}.`);
  mkdirSync(pluginCache, { recursive: true });
  const folder = mkdtempSync(join(pluginCache, "own-"));
  try {
    const { bundle, command } = await bundleExecutable(folder);
    return await ensureExecutable({ bundle, command, node: process.execPath, platform });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
