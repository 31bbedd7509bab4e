import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { projectRoot } from "../projectRoot.ts";

const manifestSchema = z.object({
  engines: z.object({ node: z.string() }),
  peerDependencies: z.object({ "@pulumi/pulumi": z.string() }),
  devDependencies: z.object({ "@pulumi/pulumi": z.string() }),
});
const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")));

/** Both ends of the range that package.json names: the least of it, and the one that is developed with. */
export const sdkVersions = [
  manifest.peerDependencies["@pulumi/pulumi"].replace("^", ""),
  manifest.devDependencies["@pulumi/pulumi"],
] as const;

/** The least that package.json names, and the newest when this was written. */
export const nodeVersions = [`${manifest.engines.node.replace(">=", "")}.0`, "26.10.0"] as const;
