import { execFile } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { replaceAtomically } from "../build/replaceAtomically.ts";
import { projectRoot } from "../projectRoot.ts";
import { isThisMachine, type Platform } from "./platforms.ts";
import { pluginCache } from "./pluginCache.ts";
import { removeSignature, sign } from "./signature.ts";

const run = promisify(execFile);
const postject = join(projectRoot, "node_modules/postject/dist/cli.js");
const source = "pulumi-resource-alicloud-backups.cjs";
/** By this name the plugin finds the command: `provider/bin/runCommandAsset.mts`. */
const asset = "command.cjs";
const blob = "blob";
/** Node looks for its application in a section of this name, once this mark in the binary has been flipped. */
const section = "NODE_SEA_BLOB";
const fuse = "NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2";

export interface Ingredients {
  /** The plugin in one CommonJS file. */
  readonly bundle: string;
  /** The command in another. */
  readonly command: string;
  /** A Node for the platform, of the version that runs now: only that one is sure to read what this one writes. */
  readonly node: string;
  readonly platform: Platform;
}

/** Puts the bundle into a copy of Node: one file that needs no other. */
export async function makeExecutable({ bundle, command, node, platform }: Ingredients, target: string): Promise<void> {
  mkdirSync(pluginCache, { recursive: true });
  const folder = mkdtempSync(join(pluginCache, "run-"));
  try {
    // The path of the source stands in the executable, and in stack traces: one without a folder of this machine.
    copyFileSync(bundle, join(folder, source));
    copyFileSync(command, join(folder, asset));
    writeFileSync(join(folder, "config.json"), JSON.stringify(applicationConfig(platform)));
    await run(process.execPath, ["--experimental-sea-config", "config.json"], { cwd: folder, timeout: 60_000 });

    const executable = join(folder, "executable");
    copyFileSync(node, executable);
    chmodSync(executable, 0o755);
    await removeSignature(executable, platform);
    const segment = platform.os === "darwin" ? ["--macho-segment-name", "NODE_SEA"] : [];
    const args = [postject, executable, section, join(folder, blob), "--sentinel-fuse", fuse, ...segment];
    await run(process.execPath, args, { timeout: 300_000 });
    await sign(executable, platform);
    replaceAtomically(executable, target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** https://nodejs.org/api/single-executable-applications.html */
function applicationConfig(platform: Platform) {
  return {
    main: source,
    output: blob,
    assets: { [asset]: asset },
    disableExperimentalSEAWarning: true,
    // Compiled code is of one processor and system: only what is made on its own platform has it, and starts faster. It is
    // also all that differs between two runs of this.
    useCodeCache: isThisMachine(platform),
    // NODE_OPTIONS is meant for the program of a user, and may name files that are not there for the plugin.
    execArgvExtension: "none",
  };
}
