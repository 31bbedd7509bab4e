import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { bundlePlugin } from "../build/bundlePlugin.ts";
import { ensureExecutable } from "./ensureExecutable.ts";
import { executableEntry } from "./executableEntry.ts";
import { isThisMachine, platforms } from "./platforms.ts";
import { pluginCache } from "./pluginCache.ts";

/** The plugin as one executable for this machine. */
export async function ownExecutable(): Promise<string> {
  const platform = platforms.find(isThisMachine);
  if (!platform) throw new Error(`The plugin is not released for ${process.platform} on ${process.arch}.`);
  const bundle = join(pluginCache, `own-${process.pid}.cjs`);
  mkdirSync(pluginCache, { recursive: true });
  try {
    await bundlePlugin(bundle, executableEntry);
    return await ensureExecutable({ bundle, node: process.execPath, platform });
  } finally {
    rmSync(bundle, { force: true });
  }
}
