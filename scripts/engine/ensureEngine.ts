import { builtEngine } from "./builtEngine.ts";
import { downloadedEngine } from "./downloadedEngine.ts";
import type { Engine } from "./engine.ts";
import { installedEngine, oldestUsable } from "./installedEngine.ts";

/** Finds or makes a folder that holds `pulumi` and `pulumi-language-yaml`. */
export async function ensureEngine(): Promise<Engine> {
  const tried: string[] = [];
  for (const way of [installedEngine, builtEngine, downloadedEngine]) {
    const engine = await way();
    if (engine.folder) return engine;
    tried.push(`  - ${engine.missing}`);
  }
  return { missing: explain(tried) };
}

function explain(tried: readonly string[]): string {
  return [
    "There is no Pulumi engine, and the demo and the engine tests need one. Any one of these is enough:",
    `  1. the Pulumi CLI ${oldestUsable} or later on PATH (https://www.pulumi.com/docs/install/);`,
    "  2. Go on PATH (https://go.dev/dl/): the engine is then built from tools/go.mod, once, in 5 to 10 minutes;",
    "  3. access to get.pulumi.com: the Pulumi CLI is then downloaded from there.",
    "Tried:",
    ...tried,
  ].join("\n");
}
