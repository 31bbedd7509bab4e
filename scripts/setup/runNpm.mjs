import { delimiter } from "node:path";
import { runChild } from "./runChild.mjs";

/** Runs npm, with the Node in `nodeFolder` if there is one. npm's output goes to stderr: stdout belongs to the task. */
export function runNpm(args, root, nodeFolder) {
  const path = [nodeFolder, process.env.PATH].filter(Boolean).join(delimiter);
  return runChild("npm", args, {
    cwd: root,
    env: { ...process.env, PATH: path },
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
}
