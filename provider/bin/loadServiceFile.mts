import { readFileSync } from "node:fs";
import { getCompileCacheDir } from "node:module";
import { join } from "node:path";
import { Script } from "node:vm";
import { CodeCache } from "./CodeCache.mts";
import type { LoadedService } from "./loadService.mts";

/** Beside the plugin's bundle, as `scripts/build/outputs.ts` names it. */
const FILE = "service.cjs";
/** What Node puts before a file of CommonJS. */
const HEAD = "(function (exports, require, module) {";

/**
 * Stands in for `loadService.mts` in the npm package. Node's own cache of compiled code holds what is compiled when a file
 * is loaded; most functions are compiled when they are first called, and that at every start. So the service is loaded as
 * a script: what has been compiled of it can be kept when it has answered.
 */
export function loadService(): LoadedService {
  const path = join(__dirname, FILE);
  const source = readSource(path);
  // The launcher has no such folder where others could write to it.
  const folder = getCompileCacheDir();
  const cache = folder === undefined ? undefined : new CodeCache(folder, path, source);
  const cachedData = cache?.read();
  const script = new Script(`${HEAD}${source}\n})`, { filename: path, columnOffset: -HEAD.length, cachedData });
  const module: { readonly exports: Partial<Pick<LoadedService, "createGrpcServer">> } = { exports: {} };
  script.runInThisContext()(module.exports, require, module);
  const { createGrpcServer } = module.exports;
  if (createGrpcServer === undefined) throw new Error(`${path} is not whole; install the package again`);
  let isKept = cachedData !== undefined && script.cachedDataRejected !== true;
  return {
    createGrpcServer,
    keepCompiledCode: () => {
      if (!isKept) cache?.write(script.createCachedData());
      isKept = true;
    },
  };
}

function readSource(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Error(`${path} cannot be read; install the package again`, { cause: error });
  }
}
