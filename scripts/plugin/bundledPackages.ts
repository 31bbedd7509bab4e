import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const manifestSchema = z.object({ name: z.string(), version: z.string() });

/** The packages that these files belong to, as `name@version`. */
export function bundledPackages(files: readonly string[]): ReadonlySet<string> {
  const folders = new Set(files.flatMap((file) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []));
  const references = [...folders].map((folder) => {
    const { name, version } = manifestSchema.parse(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")));
    return `${name}@${version}`;
  });
  return new Set(references);
}
