import { join } from "node:path";
import { projectRoot } from "../projectRoot.ts";
import { withLock } from "../setup/withLock.mjs";
import { isBuilt } from "./isBuilt.ts";

/** Builds when a source changed since the last build; resolves to the problem when there is one. */
export async function ensureBuild(): Promise<string | undefined> {
  if (isBuilt()) return undefined;
  return await withLock(join(projectRoot, ".set-up.lock"), async () => {
    if (isBuilt()) return undefined;
    console.error("Set-up: building the plugin and the npm package (some seconds).");
    const { buildAll } = await import("./buildAll.ts");
    return await buildAll();
  });
}
