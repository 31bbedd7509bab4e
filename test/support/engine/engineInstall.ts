import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { projectRoot } from "../../../scripts/projectRoot.ts";

const run = promisify(execFile);
const limits = { timeout: 120_000 };

/** Installs this package into a project as a user would, from the tarball that would be published. */
export async function installPackage(project: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "alicloud-backups-pack-"));
  try {
    await run("npm", ["pack", "--silent", "--pack-destination", folder], { cwd: projectRoot, ...limits });
    const [tarball = ""] = await readdir(folder);
    await rm(join(project, "node_modules"), { recursive: true });
    await writeFile(join(project, "package.json"), JSON.stringify({ name: "another-project", private: true }));
    // The peer dependency is the project's own: here it is the one that is there already, as it is large.
    const flags = ["--legacy-peer-deps", "--prefer-offline", "--no-audit", "--no-fund", "--silent"];
    await run("npm", ["install", ...flags, join(folder, tarball)], { cwd: project, ...limits });
    await mkdir(join(project, "node_modules", "@pulumi"), { recursive: true });
    await symlink(
      join(projectRoot, "node_modules", "@pulumi", "pulumi"),
      join(project, "node_modules", "@pulumi", "pulumi"),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}
