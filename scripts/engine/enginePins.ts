import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../projectRoot.ts";

export const toolsFolder = join(projectRoot, "tools");

const goMod = readFileSync(join(toolsFolder, "go.mod"), "utf8");
const goSum = readFileSync(join(toolsFolder, "go.sum"), "utf8");

/** The version of the engine that tools/go.mod asks for. */
export const engineVersion = /github\.com\/pulumi\/pulumi\/pkg\/v3 v(\S+)/.exec(goMod)?.[1] ?? "unknown";

/** Without the version in the binary the Automation API refuses to work with it. */
export const linkerFlags = `-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=${engineVersion}`;

/** Differs whenever the built engine would. */
export const engineKey = createHash("sha256")
  .update([goMod, goSum, linkerFlags, process.platform, process.arch].join("\0"))
  .digest("hex")
  .slice(0, 16);
