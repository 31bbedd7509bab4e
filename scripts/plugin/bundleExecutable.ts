import { join } from "node:path";
import { bundlePlugin } from "../build/bundlePlugin.ts";

/** What an executable is made from, beside Node. */
export interface ExecutableCode {
  /** What it starts with: the plugin. */
  readonly bundle: string;
  /** What it reads when it is the command: as a part of the plugin, every start would read it. */
  readonly command: string;
  /** The files that were bundled. */
  readonly files: readonly string[];
}

/** Bundles plugin and command for the executable into this folder. */
export async function bundleExecutable(folder: string): Promise<ExecutableCode> {
  const [bundle, command] = [join(folder, "plugin.cjs"), join(folder, "command.cjs")];
  const files = await Promise.all([
    bundlePlugin(bundle, "provider/bin/executable.mts"),
    bundlePlugin(command, "provider/bin/command.mts"),
  ]);
  return { bundle, command, files: files.flat() };
}
