import { cp } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { pluginFiles } from "../../../scripts/build/outputs.ts";
import { pluginProgram } from "./pluginProcess.ts";

/** Copies the built plugin as the npm package holds it, but for these of its parts; the path of its launcher there. */
export async function copyPlugin(folder: string, leftOut: readonly (keyof typeof pluginFiles)[] = []): Promise<string> {
  const missing = leftOut.map((part) => pluginFiles[part]);
  const parts = Object.values(pluginFiles).filter((file) => !missing.includes(file));
  for (const name of [basename(pluginProgram), "package.json", ...parts]) {
    await cp(join(dirname(pluginProgram), name), join(folder, name));
  }
  return join(folder, basename(pluginProgram));
}
