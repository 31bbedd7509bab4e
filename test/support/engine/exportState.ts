import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { type EngineFolder, stackName } from "./engineFolder.ts";

const run = promisify(execFile);

/** What `pulumi stack export --show-secrets` writes. */
export async function exportState({ path, env }: EngineFolder): Promise<string> {
  const args = ["stack", "export", "--show-secrets", "--stack", stackName];
  return (await run("pulumi", args, { cwd: path, env, timeout: 60_000 })).stdout;
}
