import { createRequire } from "node:module";
import { join } from "node:path";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { projectRoot } from "../projectRoot.ts";
import { pluginFiles } from "./outputs.ts";
import { trimLibraries } from "./trimLibraries.ts";

/** One file that is bundled. */
interface Part extends Pick<BuildOptions, "minifyIdentifiers" | "plugins"> {
  readonly entryPoints: string[];
  readonly outfile: string;
}

const ZOD = "node_modules/zod/index.js";

/** The files that differ: outside a bundle, they load libraries in ways that a bundle does not need. */
const bundledFiles = (root: string): Plugin => ({
  name: "bundled files",
  setup({ onResolve }) {
    const standIn = (path: string) => () => ({ path: join(root, path) });
    onResolve({ filter: /\/alicloudLibraries\.ts$/ }, standIn("provider/client/bundledLibraries.ts"));
    onResolve({ filter: /\/loadZod\.ts$/ }, standIn("provider/core/bundledZod.ts"));
  },
});

/**
 * Bundles the plugin into one CommonJS file: it starts far quicker than hundreds of modules. Resolves to the files that
 * went into it.
 */
export async function bundlePlugin(outfile: string, entry: string): Promise<readonly string[]> {
  return await run({ entryPoints: [entry], outfile }, projectRoot);
}

/**
 * The same in parts, for the npm package: what is started has opened the port before Node has so much as read the service,
 * and libraries that most lookups do without are not read at all. Resolves to the files that went into them.
 */
export async function bundlePluginParts(folder: string, root = projectRoot): Promise<readonly string[]> {
  const { resolve } = createRequire(join(root, "package.json"));
  const parts: readonly Part[] = [
    {
      entryPoints: ["provider/bin/main.mts"],
      outfile: pluginFiles.main,
      plugins: [serviceFile],
    },
    {
      entryPoints: ["provider/server/createGrpcServer.ts"],
      outfile: pluginFiles.service,
      plugins: [
        besides(/^zod$/, "zod"),
        besides(/^@alicloud\/credentials$/, "credentials"),
        besides(/\/openEngineLog\.ts$/, "engineLog"),
      ],
    },
    // What is seldom read need not have its own names, either.
    { entryPoints: ["provider/server/openEngineLog.ts"], outfile: pluginFiles.engineLog, minifyIdentifiers: true },
    { entryPoints: [ZOD], outfile: pluginFiles.zod, minifyIdentifiers: true },
    { entryPoints: [resolve("@alicloud/credentials")], outfile: pluginFiles.credentials, minifyIdentifiers: true },
  ];
  const files = parts.map((part) => run({ ...part, outfile: join(folder, part.outfile) }, root));
  return (await Promise.all(files)).flat();
}

/** Loads the service from its own file. */
const serviceFile: Plugin = {
  name: "service in a file of its own",
  setup({ onResolve }) {
    onResolve({ filter: /\/loadService\.mts$/ }, ({ resolveDir }) => ({
      path: join(resolveDir, "loadServiceFile.mts"),
    }));
  },
};

/** Leaves what is imported by this name to the file of a part. */
function besides(filter: RegExp, part: keyof typeof pluginFiles): Plugin {
  return {
    name: `${part} in a file of its own`,
    setup({ onResolve }) {
      onResolve({ filter }, () => ({ path: `./${pluginFiles[part]}`, external: true }));
    },
  };
}

async function run({ plugins = [], ...options }: Part, root: string): Promise<readonly string[]> {
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
    alias: {
      // Once, whether it is imported or required.
      zod: join(root, ZOD),
      // Without the other style of requests, which no operation of ours has, and its reader of XML.
      "@alicloud/pop-core": join(root, "node_modules/@alicloud/pop-core/lib/rpc.js"),
    },
    // Loaded by gRPC for services that we do not have; its files would not be there.
    external: ["@grpc/proto-loader"],
    plugins: [...plugins, bundledFiles(root), ...trimLibraries],
  });
  return Object.keys(metafile.inputs).map((file) => join(root, file));
}
