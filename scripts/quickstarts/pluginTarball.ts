import { copyFileSync, existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { outputs } from "../build/outputs.ts";
import { run } from "../languages/run.ts";
import { projectRoot } from "../projectRoot.ts";

/** Puts the released plugin's tarball under its name into a folder; the npm package's plugin where none is packed. */
export async function placePluginTarball(name: string, folder: string): Promise<void> {
  const released = join(projectRoot, "build", "plugins", name);
  if (existsSync(released)) return copyFileSync(released, join(folder, name));
  const staging = mkdtempSync(join(tmpdir(), "alicloud-backups-plugin-"));
  const started = ["pulumi-resource-alicloud-backups", "package.json"];
  for (const file of [...started.map((name) => join(projectRoot, "provider", "bin", name)), ...outputs.plugin])
    copyFileSync(file, join(staging, basename(file)));
  await run(["tar", "-czf", join(folder, name), "-C", staging, "."], { cwd: folder });
}
