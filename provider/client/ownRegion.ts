import { profileRegion } from "./credentials/profiles/profileRegion.ts";
import type { Settings } from "./settings.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** The provider's region, and where it is set, for a person: `ALICLOUD_REGION`. */
export interface OwnRegion {
  readonly name: string;
  readonly setBy: string;
}

/** pulumi-alicloud's own variables, in its order. */
export const REGION_VARIABLES = ["ALICLOUD_REGION", "ALIBABA_CLOUD_REGION"] as const;

/** The configured region, else the environment's, else that of the profile that configuration or environment name. */
export function ownRegion(settings: Settings, env: Environment): OwnRegion | undefined {
  if (settings.region !== undefined) return { name: settings.region, setBy: "region" };
  const variable = REGION_VARIABLES.find((name) => env[name]?.trim());
  const region = variable && env[variable]?.trim();
  return variable && region ? { name: region, setBy: variable } : profileRegion({ settings, env });
}
