import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A place for caches that nobody else uses. */
export interface CacheFolder extends AsyncDisposable {
  /** Lead a plugin there. */
  readonly variables: Readonly<Record<string, string>>;
}

export async function cacheFolder(): Promise<CacheFolder> {
  const folder = await mkdtemp(join(tmpdir(), "alicloud-backups-bench-"));
  return {
    variables: { XDG_CACHE_HOME: folder },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
}
