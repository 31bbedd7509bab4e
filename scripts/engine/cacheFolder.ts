import { homedir } from "node:os";
import { join } from "node:path";

/** This package's folder in the user's cache, shared by all clones. */
export function cacheFolder(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "pulumi-alicloud-backups");
}
