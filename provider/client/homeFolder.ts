import type { Host } from "../core/host.ts";

/** The user's own folder; undefined, or empty, when the environment names none. */
export function homeFolder(env: Host["env"]): string | undefined {
  return env.HOME || env.USERPROFILE;
}

/** A path that may begin with `~/`, as people write it, for Node. */
export function withHomeFolder(path: string, env: Host["env"]): string {
  const home = homeFolder(env);
  return home ? path.replace(/^~(?=\/)/, home) : path;
}
