import { existsSync, readFileSync } from "node:fs";
import { outputs } from "./outputs.ts";
import { sourceHash } from "./sourceHash.ts";

/** Whether the last good build was made from exactly these sources. */
export function isBuilt(): boolean {
  const made = [outputs.stamp, ...outputs.plugin, outputs.npmPackage, outputs.tarball];
  return made.every((path) => existsSync(path)) && readFileSync(outputs.stamp, "utf8") === sourceHash();
}
