import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "../setup/withLock.mjs";
import { type Ingredients, makeExecutable } from "./makeExecutable.ts";
import { executableName, platformName } from "./platforms.ts";
import { pluginCache } from "./pluginCache.ts";

/** The executable of exactly these ingredients: made when it is not there yet, which takes some seconds. */
export async function ensureExecutable(ingredients: Ingredients): Promise<string> {
  const name = platformName(ingredients.platform);
  const executable = join(pluginCache, name, keyOf(ingredients), executableName(ingredients.platform));
  if (existsSync(executable)) return executable;
  return await withLock(join(pluginCache, `${name}.lock`), async () => {
    if (existsSync(executable)) return executable;
    // Each is as large as Node: one of a platform is enough.
    rmSync(join(pluginCache, name), { recursive: true, force: true });
    await makeExecutable(ingredients, executable);
    return executable;
  });
}

function keyOf({ bundle, command, node }: Ingredients): string {
  const hash = createHash("sha256").update(readFileSync(bundle)).update(readFileSync(command));
  for (const recipe of ["makeExecutable.ts", "signature.ts"]) {
    hash.update(readFileSync(join(import.meta.dirname, recipe)));
  }
  const signer = process.env.CODESIGN_IDENTITY ?? "";
  return hash
    .update(`${process.version} ${statSync(node).size} ${signer}`)
    .digest("hex")
    .slice(0, 16);
}
