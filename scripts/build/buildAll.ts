import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundlePlugin } from "./bundlePlugin.ts";
import { compileDist } from "./compileDist.ts";
import { outputs } from "./outputs.ts";
import { replaceAtomically } from "./replaceAtomically.ts";
import { sourceHash } from "./sourceHash.ts";

/** Builds the plugin and dist; resolves to the problem when there is one. What could be built is put in place. */
export async function buildAll(): Promise<string | undefined> {
  mkdirSync(outputs.workFolder, { recursive: true });
  const folder = mkdtempSync(join(outputs.workFolder, "run-"));
  try {
    // Taken first: a source that changes while we build makes this build out of date, not fresh.
    const hash = sourceHash();
    rmSync(outputs.stamp, { force: true });
    const made = { bundle: join(folder, "plugin.cjs"), dist: join(folder, "dist") };
    const [bundled, compiled] = await Promise.allSettled([bundlePlugin(made.bundle), compileDist(made.dist)]);
    if (bundled.status === "rejected") throw bundled.reason;
    if (compiled.status === "rejected") throw compiled.reason;
    replaceAtomically(made.bundle, outputs.bundle);
    replaceAtomically(made.dist, outputs.dist);
    if (compiled.value) return `The build has type errors:\n${compiled.value}`;
    writeFileSync(outputs.stamp, hash);
    return undefined;
  } catch (error) {
    return `The build failed: ${error instanceof Error ? error.message : error}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
