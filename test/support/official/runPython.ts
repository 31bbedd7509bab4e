import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Json } from "../../../provider/core/json.ts";
import { isolatedPython } from "./isolatedPython.ts";
import type { Job } from "./readings.ts";

const run = promisify(execFile);

/** The rows of each list, read by a program of test/official with the packages in this folder. */
export async function runPython(
  program: string,
  folder: string,
  host: string,
  jobs: readonly Job[],
): Promise<readonly (readonly Json[])[]> {
  const file = fileURLToPath(new URL(`../../official/${program}`, import.meta.url));
  const { args, env } = isolatedPython(folder);
  const options = { env, timeout: 300_000, maxBuffer: 2 ** 25 };
  const { stdout } = await run("python3", [...args, file, host, JSON.stringify(jobs)], options);
  return JSON.parse(stdout);
}
