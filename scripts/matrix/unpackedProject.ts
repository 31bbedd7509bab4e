import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { outputs } from "../build/outputs.ts";
import { projectRoot } from "../projectRoot.ts";

/** Where the packages of a project stand: beside it, above it in a workspace, or by way of a store, as pnpm has it. */
export type Layout = "beside" | "hoisted" | "store";

/**
 * A project in this empty folder with the package from its tarball, without any download: what it depends on is what is
 * installed here. Resolves to the folder of its programs.
 */
export function unpackedProject(folder: string, layout: Layout): string {
  const packages = join(folder, "node_modules");
  const real = layout === "store" ? join(packages, ".pnpm/pulumi-alicloud-backups@0/node_modules") : packages;
  const target = join(real, "pulumi-alicloud-backups");
  mkdirSync(target, { recursive: true });
  execFileSync("tar", ["-xzf", outputs.tarball, "-C", target, "--strip-components", "1"]);
  for (const scope of ["@pulumi", "@alicloud"]) link(join(projectRoot, "node_modules", scope), join(real, scope));
  if (layout === "store") {
    link(target, join(packages, "pulumi-alicloud-backups"));
    link(join(projectRoot, "node_modules/@pulumi"), join(packages, "@pulumi"));
  }
  const programs = layout === "hoisted" ? join(folder, "packages/app") : folder;
  mkdirSync(programs, { recursive: true });
  return programs;
}

const link = (target: string, path: string) => symlinkSync(target, path, "junction");
