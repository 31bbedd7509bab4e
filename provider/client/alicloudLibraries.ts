import { createRequire } from "node:module";

type PopCore = typeof import("@alicloud/pop-core");
type CredentialsLibrary = typeof import("@alicloud/credentials");

const require = createRequire(import.meta.url);
const loaded = new Map<string, unknown>();

/**
 * Alibaba's libraries, loaded when they are first needed, in copies of our own. Their HTTP library prints requests and
 * replies, keys and links and all, for DEBUG=*, by a logger that it shares with everything in a process. This package
 * also runs in processes that are not ours, whose environment, loggers and modules stay as they are. In the plugin's
 * bundle `bundledLibraries.ts` stands in place of this file.
 */
export function loadPopCore(): Promise<PopCore> {
  const library: PopCore = loadApart("@alicloud/pop-core");
  return Promise.resolve(library);
}

export function loadCredentialsLibrary(): Promise<CredentialsLibrary> {
  const library: CredentialsLibrary = loadApart("@alicloud/credentials");
  return Promise.resolve(library);
}

/** Loads fresh copies of all modules, without DEBUG. Synchronous, so that no other code runs with the cache emptied. */
function loadApart(name: string) {
  if (loaded.has(name)) return loaded.get(name);
  const { cache } = require;
  const others = Object.entries(cache);
  const { DEBUG } = process.env;
  for (const key of Object.keys(cache)) delete cache[key];
  delete process.env.DEBUG;
  try {
    const library = require(name);
    loaded.set(name, library);
    return library;
  } finally {
    for (const key of Object.keys(cache)) delete cache[key];
    for (const [key, module] of others) cache[key] = module;
    if (DEBUG !== undefined) process.env.DEBUG = DEBUG;
  }
}
