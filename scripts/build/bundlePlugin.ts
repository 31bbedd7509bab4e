import { join } from "node:path";
import { build } from "esbuild";
import { projectRoot } from "../projectRoot.ts";

/** Bundles the plugin into one CommonJS file: it starts far quicker than hundreds of modules. */
export async function bundlePlugin(
  outfile: string,
  entry = "provider/bin/main.mts",
  root = projectRoot,
): Promise<void> {
  await build({
    entryPoints: [join(root, entry)],
    absWorkingDir: root,
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node22",
    legalComments: "none",
    // Less to read and parse at every start; names stay, for stack traces.
    minifyWhitespace: true,
    minifySyntax: true,
    logLevel: "warning",
  });
}
