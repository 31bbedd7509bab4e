import { delimiter } from "node:path";
import { runChild } from "./runChild.mjs";

/** Runs npm, under the Node in `nodeFolder` when that is given. Its output goes to stderr: stdout is the task's own. */
export function runNpm(args, root, nodeFolder) {
  const path = [nodeFolder, process.env.PATH].filter(Boolean).join(delimiter);
  return runChild("npm", args, {
    cwd: root,
    env: { ...process.env, PATH: path },
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
}
