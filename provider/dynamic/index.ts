/** Lookups as dynamic resources, for programs that cannot install a plugin. */
export { dynamicLookup } from "./dynamicLookup.ts";
export { LatestBackup, type LatestBackupArgs } from "./generated/lookups.ts";
