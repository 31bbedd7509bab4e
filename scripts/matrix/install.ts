import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { outputs } from "../build/outputs.ts";
import { projectRoot } from "../projectRoot.ts";

const cache = join(projectRoot, "node_modules/.cache/matrix");
const run = promisify(execFile);
const limits = { timeout: 500_000, maxBuffer: 64 * 1024 * 1024 };

/** An empty folder, in the place of what an earlier run left there. */
export function emptyFolder(name: string): string {
  const folder = join(cache, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** A folder with these packages of the registry in its node_modules; kept from run to run. */
export async function installTools(name: string, dependencies: Readonly<Record<string, string>>): Promise<string> {
  const folder = join(cache, name);
  const manifest = JSON.stringify({ private: true, dependencies, allowScripts: { node: true, bun: true } });
  const installed = join(folder, "installed.json");
  if (existsSync(installed) && readFileSync(installed, "utf8") === manifest) return folder;
  emptyFolder(name);
  writeFileSync(join(folder, "package.json"), manifest);
  await runNpm(folder, ["install"]);
  writeFileSync(installed, manifest);
  return folder;
}

/** Such a folder that has this package as well, from its tarball. */
export async function installPackage(name: string, dependencies: Readonly<Record<string, string>>): Promise<string> {
  const folder = await installTools(name, dependencies);
  rmSync(join(folder, "node_modules/pulumi-alicloud-backups"), { recursive: true, force: true });
  await runNpm(folder, ["install", "--no-save", outputs.tarball]);
  return folder;
}

async function runNpm(cwd: string, args: readonly string[]): Promise<void> {
  const flags = ["--no-audit", "--no-fund", "--no-package-lock", "--silent"];
  await run("npm", [...args, ...flags], { cwd, ...limits, shell: process.platform === "win32" });
}
