import { outputs } from "../build/outputs.ts";
import { ensureExecutable } from "./ensureExecutable.ts";
import { isThisMachine, platforms } from "./platforms.ts";

/** The plugin of the last build as one executable for this machine. */
export async function ownExecutable(): Promise<string> {
  const platform = platforms.find(isThisMachine);
  if (!platform) throw new Error(`The plugin is not released for ${process.platform} on ${process.arch}.`);
  return await ensureExecutable({ bundle: outputs.bundle, node: process.execPath, platform });
}
