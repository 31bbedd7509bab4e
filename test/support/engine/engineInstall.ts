import { execFile } from "node:child_process";
import { mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { outputs } from "../../../scripts/build/outputs.ts";
import { projectRoot } from "../../../scripts/projectRoot.ts";

const run = promisify(execFile);

/** Installs this package into a project as a user would, from the tarball that would be published. */
export async function installPackage(project: string): Promise<void> {
  await rm(join(project, "node_modules"), { recursive: true });
  await writeFile(join(project, "package.json"), JSON.stringify({ name: "another-project", private: true }));
  // The peer dependency is the project's own: here it is the one that is there already, as it is large.
  const flags = ["--legacy-peer-deps", "--prefer-offline", "--no-audit", "--no-fund", "--silent"];
  await run("npm", ["install", ...flags, outputs.tarball], { cwd: project, timeout: 120_000 });
  await mkdir(join(project, "node_modules", "@pulumi"), { recursive: true });
  await symlink(
    join(projectRoot, "node_modules", "@pulumi", "pulumi"),
    join(project, "node_modules", "@pulumi", "pulumi"),
  );
}
