import { join } from "node:path";
import { dependenciesAreInstalled } from "./dependenciesAreInstalled.mjs";
import { runChild } from "./runChild.mjs";
import { withLock } from "./withLock.mjs";

/** Runs `npm ci` when node_modules is not what package-lock.json asks for. */
export async function ensureDependencies(root) {
  if (dependenciesAreInstalled(root)) return;
  await withLock(join(root, ".set-up.lock"), async () => {
    if (dependenciesAreInstalled(root)) return;
    console.error("Set-up: installing dependencies with npm ci (about a minute).");
    const started = Date.now();
    // Development packages are wanted whatever NODE_ENV says.
    const code = await runNpm(["ci", "--include=dev", "--loglevel=error"], root);
    if (code !== 0) {
      throw new Error(
        `npm ci failed with exit code ${code}; its own message is above. Then run the same command again.`,
      );
    }
    console.error(`Set-up: dependencies installed in ${Math.round((Date.now() - started) / 1000)} s.`);
  });
}

/** Output goes to stderr: the task's stdout stays its own. */
function runNpm(args, root) {
  const options = { cwd: root, stdio: ["ignore", 2, 2] };
  const npm = process.env.npm_execpath;
  if (npm?.endsWith("npm-cli.js")) return runChild(process.execPath, [npm, ...args], options);
  return runChild("npm", args, { ...options, shell: process.platform === "win32" });
}
