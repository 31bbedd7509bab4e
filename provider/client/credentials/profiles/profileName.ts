import { join } from "node:path";
import type { Host } from "../../../core/host.ts";
import { homeFolder, withHomeFolder } from "../../homeFolder.ts";
import type { Settings } from "../../settings.ts";
import { firstVariableValue } from "../../settings.ts";

const NAME = ["ALICLOUD_PROFILE", "ALIBABA_CLOUD_PROFILE"] as const;
export const PROFILE_FILE_VARIABLES = ["ALICLOUD_SHARED_CREDENTIALS_FILE", "ALIBABA_CLOUD_CREDENTIALS_FILE"] as const;

/** Where a profile is named and looked for. */
export interface ProfileSettings {
  readonly settings: Settings;
  readonly env: Host["env"];
}

/** The profile that the configuration or the environment names, and the setting or variable that does. */
export function profileName({ settings, env }: ProfileSettings): { name: string; setBy: string } | undefined {
  if (settings.profile !== undefined) return { name: settings.profile, setBy: "profile" };
  const setBy = NAME.find((variable) => env[variable]);
  const name = setBy && env[setBy];
  return setBy && name ? { name, setBy } : undefined;
}

/** Undefined when no file is named and there is no home to look in. */
export function profilePath({ settings, env }: ProfileSettings): string | undefined {
  const home = homeFolder(env);
  const defaultPath = home && join(home, ".aliyun", "config.json");
  const path = settings.sharedCredentialsFile ?? firstVariableValue(env, PROFILE_FILE_VARIABLES) ?? defaultPath;
  return path && withHomeFolder(path, env);
}
