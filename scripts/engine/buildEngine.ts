import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../projectRoot.ts";
import { engineVersion, linkerFlags } from "./enginePins.ts";
import { runGo } from "./runGo.ts";
import { formatElapsed, showProgress } from "./showProgress.ts";

const commands = [
  "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
  "github.com/pulumi/pulumi-yaml/cmd/pulumi-language-yaml",
];

/** Builds the engine into a folder, telling on the way how far it is. */
export async function buildEngine(folder: string): Promise<void> {
  const started = Date.now();
  console.error(`Set-up: building the Pulumi engine ${engineVersion} with Go, this once (5 to 10 minutes).`);

  let modules = 0;
  let compiled = 0;
  let packages: number | undefined;
  const stopProgress = showProgress(() =>
    packages === undefined
      ? `getting Go modules: ${modules} downloaded`
      : `compiling: ${compiled} packages of at most ${packages}`,
  );
  try {
    const listed = await runGo(["list", "-deps", ...commands], (line) => {
      if (line.startsWith("go: downloading")) modules++;
    });
    packages = listed.length;

    mkdirSync(folder, { recursive: true });
    await runGo(["build", "-v", "-ldflags", linkerFlags, "-o", folder, ...commands], () => compiled++);
  } finally {
    stopProgress();
  }

  // The engine looks beside itself for the host of dynamic providers, a script that finds the rest through NODE_PATH.
  const host = "pulumi-resource-pulumi-nodejs";
  copyFileSync(join(projectRoot, "node_modules/@pulumi/pulumi", host), join(folder, host));
  console.error(`Set-up: engine built in ${formatElapsed(started)}.`);
}
