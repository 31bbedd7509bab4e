import { execFile } from "node:child_process";
import { dirname } from "node:path";
import { promisify } from "node:util";
import type { Engine } from "./engine.ts";
import { findOnPath } from "./findOnPath.ts";

/** The oldest with the built-in resource Stash, which the demo and the tests change behind a gate. */
export const oldestUsable = "3.208.0";

/** The Pulumi CLI that the user has. */
export async function installedEngine(): Promise<Engine> {
  const pulumi = findOnPath("pulumi");
  if (!pulumi) return { missing: "pulumi on PATH: not found." };
  const version = await versionOf(pulumi);
  if (!version) return { missing: "pulumi on PATH: `pulumi version` does not answer with a version." };
  if (version.localeCompare(oldestUsable, "en", { numeric: true }) < 0) {
    const missing = `pulumi on PATH: it is ${version}, and ${oldestUsable} or later is needed.`;
    console.error(`${missing} It is not used.`);
    return { missing };
  }
  if (!findOnPath("pulumi-language-yaml")) return { missing: "pulumi on PATH: it comes without pulumi-language-yaml." };
  return { folder: dirname(pulumi) };
}

async function versionOf(pulumi: string): Promise<string | undefined> {
  const options = { timeout: 20_000, env: { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "1" } };
  try {
    const { stdout } = await promisify(execFile)(pulumi, ["version"], options);
    return /^v?(\d+\.\d+\.\d+\S*)/.exec(stdout)?.[1];
  } catch {
    return undefined;
  }
}
