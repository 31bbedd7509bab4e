// npm run pack:plugin: the plugin as one executable that needs no Node, in the tarball that `pulumi plugin install` takes.
// For this machine; with --all for every platform that there is a Node for.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import manifest from "../package.json" with { type: "json" };
import { bundledPackages } from "./plugin/bundledPackages.ts";
import { bundleExecutable } from "./plugin/bundleExecutable.ts";
import { checksums } from "./plugin/checksums.ts";
import { licenses } from "./plugin/licenses.ts";
import { nodeFor } from "./plugin/nodeFor.ts";
import { packPlatform } from "./plugin/packPlatform.ts";
import { isThisMachine, platformName, platforms } from "./plugin/platforms.ts";
import { pluginCache } from "./plugin/pluginCache.ts";
import { pluginSbom } from "./plugin/pluginSbom.ts";
import { projectRoot } from "./projectRoot.ts";

const { all } = parseArgs({ options: { all: { type: "boolean", default: false } } }).values;
const pinned = manifest.devDependencies.node;
if (process.versions.node !== pinned) {
  throw new Error(`The plugin is released with Node ${pinned}; this is ${process.versions.node}.`);
}

const target = join(projectRoot, "build/plugins");
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
mkdirSync(pluginCache, { recursive: true });
const folder = mkdtempSync(join(pluginCache, "pack-"));
try {
  const { bundle, command, files } = await bundleExecutable(folder);
  const texts = await licenses(files);
  for (const platform of platforms.filter((candidate) => all || isThisMachine(candidate))) {
    const node = await nodeFor(platform);
    if (!node) {
      console.log(
        `${platformName(platform)}: left out. The registry has no Node ${pinned} for it; it is built on such a machine.`,
      );
      continue;
    }
    const tarball = await packPlatform({ platform, node, bundle, command, licenses: texts, target });
    console.log(`${platformName(platform)}: ${tarball} (${statSync(join(target, tarball)).size} bytes)`);
  }
  writeFileSync(
    join(target, `pulumi-resource-alicloud-backups-v${manifest.version}.cdx.json`),
    await pluginSbom(bundledPackages(files)),
  );
  writeFileSync(join(target, "SHA256SUMS"), checksums(target));
  console.log(readFileSync(join(target, "SHA256SUMS"), "utf8").trimEnd());
} finally {
  rmSync(folder, { recursive: true });
}
