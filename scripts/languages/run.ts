import { execFile } from "node:child_process";
import { promisify } from "node:util";

export interface RunOptions {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly minutes?: number;
}

/** Runs a program to its end and resolves to its stdout; one that fails is an error with all that it printed. */
export async function run(
  [program, ...args]: readonly [string, ...string[]],
  { cwd, env = process.env, minutes = 5 }: RunOptions,
): Promise<string> {
  const options = { cwd, env, timeout: minutes * 60_000, maxBuffer: 64 * 1024 * 1024 };
  try {
    return (await promisify(execFile)(program, args, options)).stdout;
  } catch (error) {
    const printed =
      error instanceof Error && "stdout" in error && "stderr" in error ? [error.stdout, error.stderr] : [];
    throw new Error(`${[program, ...args].join(" ")} failed:\n${printed.join("\n").trim() || error}`, { cause: error });
  }
}
