import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { withLock } from "../setup/withLock.mjs";
import { cacheFolder } from "./cacheFolder.ts";
import type { Engine } from "./engine.ts";

const timeLimit = 10 * 60 * 1000;

/** The Pulumi CLI as Pulumi's own Automation API downloads it. */
export async function downloadedEngine(): Promise<Engine> {
  const folder = join(cacheFolder(), "engine-downloaded");
  const engine = { folder: join(folder, "bin") };
  if (existsSync(folder)) return engine;
  return await withLock(`${folder}.lock`, async () => {
    if (existsSync(folder)) return engine;
    const unfinished = `${folder}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    console.error("Set-up: downloading the Pulumi CLI from get.pulumi.com, this once (10 minutes at most).");
    try {
      await download(unfinished);
      renameSync(unfinished, folder);
      return engine;
    } catch (error) {
      return { missing: `download: ${error instanceof Error ? error.message : error}` };
    }
  });
}

async function download(root: string): Promise<void> {
  const { PulumiCommand } = await import("@pulumi/pulumi/automation/index.js");
  const tooLate = sleep(timeLimit, undefined, { ref: false }).then(() => {
    throw new Error("not finished after 10 minutes");
  });
  await Promise.race([PulumiCommand.install({ root }), tooLate]);
}
