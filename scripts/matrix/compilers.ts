import { join } from "node:path";

/** A version of TypeScript. */
export interface Compiler {
  readonly version: string;
  /** What Node runs, before the options. */
  readonly program: readonly [file: string, ...args: string[]];
}

/** What Pulumi itself brings, what projects are pinned to, and the newest. */
export const compilerVersions = ["3.8.3", "4.9.5", "5.4.5", "5.9.3", "6.0.3", "7.0.2"] as const;

const allErrors = join(import.meta.dirname, "allErrors.cjs");

/** The compiler that is this file, `typescript.js`. */
export function libraryCompiler(version: string, file: string): Compiler {
  return { version, program: [allErrors, file] };
}

/** The compiler that is installed in this folder. */
export function compilerIn(folder: string, version: string): Compiler {
  // TypeScript 7 is a program, not a library.
  if (isAtLeast(version, "7.0")) return { version, program: [join(folder, "bin/tsc")] };
  return libraryCompiler(version, join(folder, "lib/typescript.js"));
}

/** Whether `version` is `oldest` or later; each is `major.minor` at least. */
export function isAtLeast(version: string, oldest: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldest.split(".").map(Number);
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}
