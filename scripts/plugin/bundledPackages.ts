import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { packageFolders } from "../build/packageFolders.ts";

const manifestSchema = z.object({ name: z.string(), version: z.string() });

/** The packages that these files belong to, as `name@version`. */
export function bundledPackages(files: readonly string[]): ReadonlySet<string> {
  const references = [...packageFolders(files)].map((folder) => {
    const { name, version } = manifestSchema.parse(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")));
    return `${name}@${version}`;
  });
  return new Set(references);
}
