import { execFile } from "node:child_process";
import { globSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

/** Packs a package into a tarball as `npm publish` does, and resolves to its path. */
export async function packPackage(packageFolder: string, folder: string): Promise<string> {
  await promisify(execFile)("npm", ["pack", "--silent", "--pack-destination", folder], {
    cwd: packageFolder,
    timeout: 120_000,
    shell: process.platform === "win32",
  });
  const [tarball] = globSync("*.tgz", { cwd: folder });
  if (tarball === undefined) throw new Error(`npm packed nothing from ${packageFolder}.`);
  return join(folder, tarball);
}
