import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { projectRoot } from "../projectRoot.ts";

/** The one file that differs: outside a bundle, it loads libraries in a way that a bundle does not need. */
const bundledLibraries = (root: string): Plugin => ({
  name: "bundled libraries",
  setup({ onResolve }) {
    const path = join(root, "provider/client/bundledLibraries.ts");
    onResolve({ filter: /\/alicloudLibraries\.ts$/ }, () => ({ path }));
  },
});

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
    plugins: [bundledLibraries(root)],
  });
}
