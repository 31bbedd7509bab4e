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

/** Of zod: messages in some fifty languages, as ours are English, which it has apart; and schemas from JSON Schema. */
const withoutUnusedZod: Plugin = {
  name: "without unused parts of zod",
  setup({ onLoad }) {
    onLoad({ filter: /\/zod\/v4\/locales\/index\.js$/ }, () => ({ contents: "" }));
    const contents = "export const fromJSONSchema = undefined;";
    onLoad({ filter: /\/zod\/v4\/classic\/from-json-schema\.js$/ }, () => ({ contents }));
  },
};

/**
 * Bundles the plugin into one CommonJS file: it starts far quicker than hundreds of modules. Resolves to the files that
 * went into it.
 */
export async function bundlePlugin(
  outfile: string,
  entry = "provider/bin/main.mts",
  root = projectRoot,
): Promise<readonly string[]> {
  const { metafile } = await build({
    metafile: true,
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
    // Loaded by gRPC for services that we do not have; its files would not be there.
    external: ["@grpc/proto-loader"],
    plugins: [bundledLibraries(root), withoutUnusedZod],
  });
  return Object.keys(metafile.inputs).map((file) => join(root, file));
}
