import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { cacheFolder } from "../../../scripts/engine/cacheFolder.ts";

export type Installed = { readonly folder: string } | { readonly missing: string };

/** A folder in the user's cache with what `install` puts into it, once for each name; or why it cannot be had. */
export async function cachedInstall(name: string, install: (folder: string) => Promise<unknown>): Promise<Installed> {
  try {
    const folder = join(cacheFolder(), name);
    if (!existsSync(folder)) await installInto(folder, install);
    return { folder };
  } catch (error) {
    return { missing: `${name} cannot be had: ${error instanceof Error ? error.message.trim() : error}` };
  }
}

/** Beside its place first, so that an interrupted install is never taken for a whole one. */
async function installInto(folder: string, install: (folder: string) => Promise<unknown>): Promise<void> {
  await mkdir(cacheFolder(), { recursive: true });
  const draft = await mkdtemp(`${folder}-`);
  try {
    await install(draft);
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Another run was faster.
    if (!existsSync(folder)) throw error;
  }
}
