import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Compiler } from "./compilers.ts";

export interface CompilerError {
  /** A program's name, or the path of another file; absent for an error in the options. */
  readonly file: string | undefined;
  readonly line: number;
  readonly text: string;
}

const limits = { timeout: 300_000, maxBuffer: 256 * 1024 * 1024 };

/** Compiles all files of a folder beside themselves, as strictly as can be, declarations of packages included. */
export function compile(
  folder: string,
  { program }: Compiler,
  options: Readonly<Record<string, string>>,
): Promise<readonly CompilerError[]> {
  const compilerOptions = { ...options, target: "es2020", strict: true, skipLibCheck: false };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions }));
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [...program, "-p", folder, "--pretty", "false"],
      { cwd: folder, ...limits },
      (failure, stdout) => {
        if (failure?.killed || (failure && stdout === "")) reject(failure);
        else resolve(stdout.split("\n").flatMap(readError));
      },
    );
  });
}

/** `path(1,2): error TS1: text`, or without a path. */
function readError(text: string): readonly CompilerError[] {
  const [, path, line] = /^(?:(.+)\((\d+),\d+\): )?error TS\d+: /.exec(text) ?? [undefined, undefined, undefined];
  if (!/\berror TS\d+: /.test(text)) return [];
  const file = path === undefined || path.includes("node_modules") ? path : basename(path);
  return [{ file: file === "tsconfig.json" ? undefined : file, line: Number(line), text }];
}
