import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { replaceAtomically } from "../build/replaceAtomically.ts";
import { pluginCache } from "./pluginCache.ts";

const run = promisify(execFile);

/**
 * The folder of an npm package that holds Node, in the version that runs now; npm verifies its checksum. Undefined when
 * the registry does not have it: not every version is published for every platform.
 */
export async function registryNode(nodePackage: string): Promise<string | undefined> {
  const name = `${nodePackage}@${process.versions.node}`;
  const folder = join(pluginCache, name);
  if (existsSync(folder)) return folder;
  mkdirSync(pluginCache, { recursive: true });
  const made = mkdtempSync(join(pluginCache, "node-"));
  // Without force npm installs nothing that is for another system.
  const flags = ["--force", "--no-save", "--ignore-scripts", "--prefer-offline", "--loglevel=error"];
  const options = { cwd: made, timeout: 600_000, shell: process.platform === "win32" };
  try {
    await run("npm", ["install", "--prefix", made, ...flags, name], options);
    replaceAtomically(join(made, "node_modules", nodePackage), folder);
    return folder;
  } catch (error) {
    // npm's words for a version that is not there. Whatever else happened is no reason to go on without.
    if (error instanceof Error && /\bE(TARGET|404)\b/.test(error.message)) return undefined;
    throw error;
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}
