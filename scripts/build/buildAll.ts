import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { assemblePackage } from "./assemblePackage.ts";
import { bundlePluginParts } from "./bundlePlugin.ts";
import { outputs } from "./outputs.ts";
import { packPackage } from "./packPackage.ts";
import { replaceAtomically } from "./replaceAtomically.ts";
import { sourceHash } from "./sourceHash.ts";

/** Builds the plugin and the npm package; resolves to the problem when there is one. */
export async function buildAll(): Promise<string | undefined> {
  mkdirSync(outputs.workFolder, { recursive: true });
  const folder = mkdtempSync(join(outputs.workFolder, "run-"));
  try {
    // Taken first: a source that changes while we build makes this build out of date, not fresh.
    const hash = sourceHash();
    rmSync(outputs.stamp, { force: true });
    const npmPackage = join(folder, "npm");
    const files = await bundlePluginParts(folder);
    const parts = outputs.plugin.map((path) => ({ bundle: join(folder, basename(path)), path }));
    await assemblePackage(npmPackage, { bundles: parts.map(({ bundle }) => bundle), files });
    const tarball = await packPackage(npmPackage, folder);
    for (const { bundle, path } of parts) replaceAtomically(bundle, path);
    replaceAtomically(npmPackage, outputs.npmPackage);
    replaceAtomically(tarball, outputs.tarball);
    writeFileSync(outputs.stamp, hash);
    return undefined;
  } catch (error) {
    return `The build failed: ${error instanceof Error ? error.message : error}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
