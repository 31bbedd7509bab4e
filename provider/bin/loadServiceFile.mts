import { readFileSync } from "node:fs";
import { getCompileCacheDir } from "node:module";
import { join } from "node:path";
import { Script } from "node:vm";
import { messageOf } from "../core/messageOf.ts";
import { CodeCache } from "./CodeCache.mts";
import type { LoadedService } from "./loadService.mts";

/** Beside the plugin's bundle, as `scripts/build/outputs.ts` names it. */
const FILE = "service.cjs";
/** What Node puts before a file of CommonJS. */
const WRAPPER_START = "(function (exports, require, module, __filename, __dirname) {";

/**
 * Stands in for `loadService.mts` in the npm package. Node's own cache of compiled code holds what is compiled when a file
 * is loaded; most functions are compiled when they are first called, and that at every start. So the service is loaded as
 * a script: what has been compiled of it can be kept when it has answered.
 */
export function loadService(): LoadedService {
  const path = join(__dirname, FILE);
  try {
    return loadFile(path);
  } catch (error) {
    throw new Error(`${path} cannot be loaded; install the package again (${messageOf(error)})`, { cause: error });
  }
}

function loadFile(path: string): LoadedService {
  const source = readFileSync(path);
  const folder = getCompileCacheDir();
  const cache = folder === undefined ? undefined : new CodeCache(folder, source);
  const cachedData = cache?.read();
  const script = new Script(`${WRAPPER_START}${source}\n})`, {
    filename: path,
    columnOffset: -WRAPPER_START.length,
    cachedData,
  });
  const module: { readonly exports: Partial<Pick<LoadedService, "createGrpcServer">> } = { exports: {} };
  script.runInThisContext()(module.exports, require, module, path, __dirname);
  const { createGrpcServer } = module.exports;
  if (createGrpcServer === undefined) throw new Error("it is not whole");

  let isKept = cachedData !== undefined && script.cachedDataRejected !== true;
  function keepCompiledCode(): void {
    if (isKept) return;
    isKept = true;
    try {
      cache?.write(script.createCachedData());
    } catch {
      // What cannot be kept only costs time, and nobody waits for it.
    }
  }
  return { createGrpcServer, keepCompiledCode };
}
