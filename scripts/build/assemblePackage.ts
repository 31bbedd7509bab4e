import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { projectRoot } from "../projectRoot.ts";
import { bundleLibrary } from "./bundleLibrary.ts";
import { minifyCode } from "./minifyCode.ts";
import { plainDeclarations } from "./plainDeclarations.ts";
import { publishedManifest } from "./publishedManifest.ts";
import { thirdPartyLicenses } from "./thirdPartyLicenses.ts";

/** The plugin's bundles, and the files that were bundled. */
export interface Plugin {
  readonly bundles: readonly string[];
  readonly files: readonly string[];
}

const documents = ["README.md", "CHANGELOG.md", "LICENSE", "SECURITY.md", "docs", "emulator/README.md"];
const pluginFolder = "provider/bin";

/** What was decided about the code, and how it is released, concerns whoever changes it; the declarations hold functions.md. */
const leftOut = ["decisions", "images", "releasing.md", "functions.md"].map((name) => join("docs", name));
const isForUsers = (path: string) => !leftOut.some((document) => path.includes(document));

/** Makes the folder that is published to npm: what programs import, the plugin, and the documents. */
export async function assemblePackage(folder: string, plugin: Plugin): Promise<void> {
  const libraryFiles = await bundleLibrary(folder);
  await minifyCode(folder);
  // No program imports it.
  rmSync(join(folder, "command.d.ts"));
  for (const file of globSync(join(folder, "*.d.ts"))) {
    writeFileSync(file, plainDeclarations(readFileSync(file, "utf8")));
  }

  for (const path of documents)
    cpSync(join(projectRoot, path), join(folder, path), { recursive: true, filter: isForUsers });
  const launchers = globSync(`${pluginFolder}/*`, { cwd: projectRoot, exclude: ["**/*.mts", "**/*.cjs"] });
  for (const path of launchers) cpSync(join(projectRoot, path), join(folder, path), { recursive: true });
  for (const bundle of plugin.bundles) cpSync(bundle, join(folder, pluginFolder, basename(bundle)));

  const project = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8"));
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(publishedManifest(project), undefined, 2)}\n`);
  const licenses = thirdPartyLicenses([...libraryFiles, ...plugin.files]);
  writeFileSync(join(folder, "THIRD-PARTY-LICENSES.txt"), licenses);
}
