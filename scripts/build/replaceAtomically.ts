import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

/** Puts a finished file or folder in the place of the old one: nobody ever sees half of it. */
export function replaceAtomically(finished: string, target: string): void {
  mkdirSync(dirname(target), { recursive: true });
  const aside = mkdtempSync(join(dirname(finished), "old-"));
  // A folder cannot be renamed onto a folder that is not empty.
  if (existsSync(target)) renameSync(target, join(aside, "old"));
  renameSync(finished, target);
  rmSync(aside, { recursive: true });
}
