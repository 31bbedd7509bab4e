import { basename, join } from "node:path";
import { type BuildOptions, build, type Plugin } from "esbuild";
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

/** Of the reader of XML replies: it also writes XML, with a library that is a sixteenth of the bundle. */
const withoutXmlWriter: Plugin = {
  name: "without the writer of XML",
  setup({ onLoad }) {
    onLoad({ filter: /\/xmlbuilder\/lib\/index\.js$/ }, () => ({ contents: "" }));
  },
};

/** Leaves what is loaded once the port is open to a file beside the bundle. */
const separateService = (file: string): Plugin => ({
  name: "the service in a file of its own",
  setup({ onResolve }) {
    onResolve({ filter: /\/openServer\.ts$/ }, () => ({ path: `./${basename(file)}`, external: true }));
  },
});

/**
 * Bundles the plugin into one CommonJS file: it starts far quicker than hundreds of modules. Resolves to the files that
 * went into it.
 */
export async function bundlePlugin(
  outfile: string,
  entry = "provider/bin/main.mts",
  root = projectRoot,
): Promise<readonly string[]> {
  return await run({ entryPoints: [entry], outfile }, root);
}

/**
 * The same in two files: the small one, which is started, has opened the port before Node has so much as read the other.
 * Resolves to the files that went into them.
 */
export async function bundlePluginInTwo(
  { bundle, service }: { readonly bundle: string; readonly service: string },
  root = projectRoot,
): Promise<readonly string[]> {
  const plugins = [separateService(service)];
  const files = [
    await run({ entryPoints: ["provider/bin/main.mts"], outfile: bundle, plugins }, root),
    await run({ entryPoints: ["provider/server/openServer.ts"], outfile: service }, root),
  ];
  return files.flat();
}

async function run({ plugins = [], ...options }: BuildOptions, root: string): Promise<readonly string[]> {
  const { metafile } = await build({
    ...options,
    metafile: true,
    absWorkingDir: root,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node22",
    // Of a file beside the bundle, import() would start Node's loader of ES modules.
    supported: { "dynamic-import": false },
    legalComments: "none",
    // Less to read and parse at every start; names stay, for stack traces.
    minifyWhitespace: true,
    minifySyntax: true,
    logLevel: "warning",
    // Loaded by gRPC for services that we do not have; its files would not be there.
    external: ["@grpc/proto-loader"],
    plugins: [...plugins, bundledLibraries(root), withoutUnusedZod, withoutXmlWriter],
  });
  return Object.keys(metafile?.inputs ?? {}).map((file) => join(root, file));
}
