import { setTimeout as sleep } from "node:timers/promises";
import { instances, ONE_PAGE } from "../data/backupLists.ts";
import { backupIdIn } from "./backupIdIn.ts";
import { type CacheFolder, cacheFolder } from "./cacheFolder.ts";
import { PluginUnderTest } from "./PluginUnderTest.ts";

/** The plugin keeps its compiled code after the first answer, and its launcher half a second after it began; it may be late. */
const CACHE_WRITTEN_MS = 2000;

/** Caches as they are where the plugin has answered a lookup before. */
export async function warmCache(servicePort: number): Promise<CacheFolder> {
  const cache = await cacheFolder();
  await using plugin = await PluginUnderTest.start(servicePort, { env: { ...process.env, ...cache.variables } });
  // Throws where it was refused.
  backupIdIn(await plugin.latest(instances.hourly(ONE_PAGE)));
  await sleep(CACHE_WRITTEN_MS);
  return cache;
}
