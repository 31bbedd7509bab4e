import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../projectRoot.ts";

const sources = ["{provider,sdk,emulator}/**/*.{ts,mts,json}", "scripts/build/*.ts", "package*.json", "tsconfig*.json"];

/** One value for everything that the build is made from. */
export function sourceHash(): string {
  const hash = createHash("sha256");
  for (const file of globSync(sources, { cwd: projectRoot }).sort()) {
    const content = readFileSync(join(projectRoot, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}
