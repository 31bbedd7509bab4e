import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../projectRoot.ts";

const sources = [
  "{provider,sdk,emulator}/**/*.{ts,mts,json}",
  "provider/bin/pulumi-{resource-,}alicloud-backups{,.cmd}",
  "scripts/build/*.ts",
  "package*.json",
  "tsconfig*.json",
];

/** One value for everything that the build is made from, but for the documents that are copied: `npm run build` takes them anew. */
export function sourceHash(): string {
  const hash = createHash("sha256");
  for (const file of globSync(sources, { cwd: projectRoot }).sort()) {
    const content = readFileSync(join(projectRoot, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}
