import { join } from "node:path";
import { dependenciesAreInstalled } from "./dependenciesAreInstalled.mjs";
import { installDependencies } from "./installDependencies.mjs";
import { withLock } from "./withLock.mjs";

/** Installs the dependencies when node_modules is not what package-lock.json asks for. */
export async function ensureDependencies(root) {
  if (dependenciesAreInstalled(root)) return;
  await withLock(join(root, ".set-up.lock"), async () => {
    if (dependenciesAreInstalled(root)) return;
    console.error("Set-up: installing dependencies with npm ci (about a minute).");
    const started = Date.now();
    const code = await installDependencies(root);
    if (code !== 0) throw new Error(`npm ci ended with exit code ${code}; what it says about that is above.`);
    console.error(`Set-up: dependencies installed in ${Math.round((Date.now() - started) / 1000)} s.`);
  });
}
