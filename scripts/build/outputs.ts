import { join } from "node:path";
import { projectRoot } from "../projectRoot.ts";

/** The plugin in `provider/bin`: the launcher loads `main`, and that the others when they are needed. */
export const pluginFiles = {
  main: "pulumi-resource-alicloud-backups.cjs",
  service: "service.cjs",
  zod: "zod.cjs",
  credentials: "credentials.cjs",
  engineLog: "engine-log.cjs",
} as const;

/** What a build makes. The folder in node_modules is on the same disk as the rest and goes away with it. */
export const outputs = {
  plugin: Object.values(pluginFiles).map((name) => join(projectRoot, "provider/bin", name)),
  /** The npm package as it is published, and packed from there. */
  npmPackage: join(projectRoot, "build/npm"),
  tarball: join(projectRoot, "build/pulumi-alicloud-backups.tgz"),
  workFolder: join(projectRoot, "node_modules/.cache/build"),
  /** Holds the hash of the sources of the last build that succeeded. */
  stamp: join(projectRoot, "node_modules/.cache/build/stamp"),
} as const;
