import { join } from "node:path";
import { projectRoot } from "../projectRoot.ts";

/** What a build makes. The folder in node_modules is on the same disk as the rest and goes away with it. */
export const outputs = {
  /** The plugin: what the launcher loads, and what that loads when the port is open. */
  bundle: join(projectRoot, "provider/bin/pulumi-resource-alicloud-backups.cjs"),
  service: join(projectRoot, "provider/bin/service.cjs"),
  /** The npm package as it is published, and packed from there. */
  npmPackage: join(projectRoot, "build/npm"),
  tarball: join(projectRoot, "build/pulumi-alicloud-backups.tgz"),
  workFolder: join(projectRoot, "node_modules/.cache/build"),
  /** Holds the hash of the sources of the last build that succeeded. */
  stamp: join(projectRoot, "node_modules/.cache/build/stamp"),
} as const;
