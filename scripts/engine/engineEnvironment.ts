import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { projectRoot } from "../projectRoot.ts";
import { enginePath } from "./enginePath.ts";
import { withoutUserSettings } from "./withoutUserSettings.ts";

export interface EngineSettings {
  /** Holds `pulumi`: PULUMI_ENGINE_DIR in a task's environment. */
  readonly engineFolder: string;
  /** An existing, private folder for Pulumi's home and state. */
  readonly folder: string;
  readonly passphrase: string;
}

/** The whole environment for running the engine: local state, no network, nothing of the user's own settings. */
export function engineEnvironment({ engineFolder, folder, passphrase }: EngineSettings): Record<string, string> {
  const state = join(folder, "state");
  mkdirSync(state, { recursive: true });
  return {
    ...withoutUserSettings(process.env),
    PATH: enginePath(engineFolder),
    // The host of dynamic providers looks for @pulumi/pulumi from the folder of the program, which may be anywhere.
    NODE_PATH: join(projectRoot, "node_modules"),
    PULUMI_HOME: join(folder, "home"),
    PULUMI_BACKEND_URL: pathToFileURL(state).href,
    PULUMI_CONFIG_PASSPHRASE: passphrase,
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    PULUMI_DISABLE_REGISTRY_RESOLVE: "true",
  };
}
