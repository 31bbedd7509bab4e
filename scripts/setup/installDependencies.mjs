import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isUsable } from "./nodeVersions.mjs";
import { runNpm } from "./runNpm.mjs";

// Development packages are installed whatever NODE_ENV says.
const clean = ["ci", "--include=dev", "--loglevel=error"];

/**
 * Runs `npm ci`; resolves to its exit code. Under an old Node npm silently leaves out the native parts of packages that
 * do not support it: then the pinned Node is fetched into a temporary folder first, and npm runs under that.
 */
export async function installDependencies(root) {
  if (isUsable(process.versions.node)) return await runNpm(clean, root);
  const folder = mkdtempSync(join(tmpdir(), "alicloud-backups-node-"));
  try {
    const name = platformPackage();
    const version = readPinnedVersion(root);
    console.error(`Set-up: fetching Node ${version}, because Node ${process.versions.node} is too old for the tools.`);
    await runNpm(["install", "--no-save", "--loglevel=error", "--prefix", folder, `${name}@${version}`], root);
    return await runNpm(clean, root, join(folder, "node_modules", name, "bin"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The package that holds the binary which the package "node" installs. */
function platformPackage() {
  const prefix = process.platform === "darwin" && process.arch === "arm64" ? "node-bin" : "node";
  return [prefix, process.platform === "win32" ? "win" : process.platform, process.arch].join("-");
}

function readPinnedVersion(root) {
  return JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages["node_modules/node"].version;
}
