import { join } from "node:path";
import { build } from "tsdown";
import { projectRoot } from "../projectRoot.ts";
import { entryPoints } from "./entryPoints.ts";
import { keptDependencies } from "./keptDependencies.ts";
import { withoutUnused } from "./withoutUnused.ts";

/** What the bundled code goes on importing: the program's own Pulumi, our dependencies, and this package itself. */
const imported = [...keptDependencies, "@pulumi/pulumi", "pulumi-alicloud-backups"];
const isImported = (id: string) => imported.some((name) => id === name || id.startsWith(`${name}/`));

/** What the launcher of the command loads. It shares the code of lookups and gates with `/dynamic`. */
const command = { file: "command", source: "provider/command/main.ts" };

/**
 * Bundles what programs import into CommonJS, one file and its declarations for each entry point. It is CommonJS because
 * Pulumi's own TypeScript projects are, and because an ES module imports it by name as well. Resolves to the files that
 * went into it, those of other packages among them.
 */
export async function bundleLibrary(outDir: string): Promise<readonly string[]> {
  const bundles = await build({
    config: false,
    cwd: projectRoot,
    entry: Object.fromEntries([...entryPoints, command].map(({ file, source }) => [file, join(projectRoot, source)])),
    plugins: [{ name: "without unused parts of libraries", load: (id: string) => withoutUnused(id) }],
    outDir,
    clean: false,
    platform: "node",
    target: "node22.12",
    format: "cjs",
    outExtensions: () => ({ js: ".js", dts: ".d.ts" }),
    hash: false,
    dts: true,
    deps: {
      neverBundle: (id) => isImported(id),
      alwaysBundle: (id) => !isImported(id),
      onlyBundle: false,
      // Declarations have no types of other packages but Pulumi's: a test says so.
      dts: { neverBundle: (id) => !id.startsWith(".") && !id.startsWith("/"), alwaysBundle: () => false },
    },
    // Declarations explain; nobody reads the code for that.
    outputOptions: { comments: false },
    report: false,
    // It would advise against CommonJS.
    logLevel: "error",
  });
  return bundles.flatMap(({ chunks }) => chunks.flatMap((chunk) => (chunk.type === "chunk" ? chunk.moduleIds : [])));
}
