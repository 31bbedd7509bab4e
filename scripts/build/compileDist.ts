import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { projectRoot } from "../projectRoot.ts";

const tsc = join(projectRoot, "node_modules/typescript/bin/tsc");

/** Compiles what the package exports; resolves to what the compiler complains about. */
export async function compileDist(outDir: string): Promise<string | undefined> {
  const args = [tsc, "-p", join(projectRoot, "tsconfig.build.json"), "--outDir", outDir];
  try {
    await promisify(execFile)(process.execPath, args, { cwd: projectRoot, timeout: 300_000 });
    return undefined;
  } catch (error) {
    if (error instanceof Error && "stdout" in error && error.stdout) return String(error.stdout);
    throw error;
  }
}
