import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { isUsable, oldestUsableText } from "./nodeVersions.mjs";

/** The pinned Node from node_modules; without it the running one, when it is new enough. */
export function findNode(root) {
  const pinned = join(root, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
  const problem = whyNotUsable(pinned);
  if (!problem) return pinned;

  const missing = `The pinned Node (npm package "node") is not usable: ${problem}`;
  if (!isUsable(process.versions.node)) {
    throw new Error(
      `${missing}\nThe Node that runs now is ${process.version}; ${oldestUsableText} or later is needed. ` +
        'Either allow the install script of the package "node" and run `npm rebuild node`, or use a newer Node.',
    );
  }
  console.error(`${missing}\nUsing Node ${process.version} instead.`);
  return process.execPath;
}

function whyNotUsable(node) {
  const { error, status, stderr } = spawnSync(node, ["--version"], { timeout: 10_000, encoding: "utf8" });
  if (error?.code === "ENOENT") {
    return "its install script was not allowed to run, its download failed, or there is no build for this system.";
  }
  if (error) return error.message;
  return status === 0 ? undefined : stderr.trim().split("\n")[0] || `it ends with code ${status}.`;
}
