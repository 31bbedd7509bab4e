import { join } from "node:path";
import { isThisMachine, type Platform } from "./platforms.ts";
import { registryNode } from "./registryNode.ts";

/** Node for a platform, of the version that runs now: from the npm registry, or else the one that runs. */
export async function nodeFor(platform: Platform): Promise<string | undefined> {
  const folder = await registryNode(platform.nodePackage);
  if (folder === undefined) return isThisMachine(platform) ? process.execPath : undefined;
  return join(folder, "bin", platform.os === "windows" ? "node.exe" : "node");
}
