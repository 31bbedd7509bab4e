import { linkSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import manifest from "../../package.json" with { type: "json" };
import { ensureExecutable } from "./ensureExecutable.ts";
import type { Ingredients } from "./makeExecutable.ts";
import { packTarball } from "./packTarball.ts";
import { executableName, type Platform, platformName } from "./platforms.ts";
import { pluginCache } from "./pluginCache.ts";
import { isSigned } from "./signature.ts";

interface Parts extends Ingredients {
  /** The licenses of what is in it. */
  readonly licenses: string;
  /** An existing folder. */
  readonly target: string;
}

/** Packs the plugin for a platform into the target; resolves to the name of the tarball. */
export async function packPlatform({ licenses, target, ...ingredients }: Parts): Promise<string> {
  const { platform } = ingredients;
  const executable = await ensureExecutable(ingredients);
  const folder = mkdtempSync(join(pluginCache, "tarball-"));
  try {
    const name = executableName(platform);
    linkSync(executable, join(folder, name));
    writeFileSync(join(folder, "LICENSES.txt"), licenses);
    const tarball = tarballName(platform);
    await packTarball({ file: join(target, tarball), folder, files: [name, "LICENSES.txt"] });
    return tarball;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The name that Pulumi downloads; of what must not be released yet, another. */
function tarballName(platform: Platform): string {
  const suffix = isSigned(platform) ? "" : "-unsigned";
  return `pulumi-resource-alicloud-backups-v${manifest.version}-${platformName(platform)}${suffix}.tar.gz`;
}
