import { firstVariable } from "./credentials/environment.ts";
import { namedProfileRegion } from "./credentials/profiles/namedProfileRegion.ts";
import type { Settings } from "./settings.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** The provider's region, and where it is set, for a person: `ALICLOUD_REGION`. */
export interface ProviderRegion {
  readonly name: string;
  readonly setBy: string;
}

/** pulumi-alicloud's own variables, in its order. */
export const REGION_VARIABLES = ["ALICLOUD_REGION", "ALIBABA_CLOUD_REGION"] as const;

/** The configured region, else the environment's, else that of the profile that configuration or environment name. */
export function providerRegion(settings: Settings, env: Environment): ProviderRegion | undefined {
  if (settings.region !== undefined) return { name: settings.region, setBy: "region" };
  const variable = firstVariable(env, REGION_VARIABLES);
  return variable ? { name: variable.value, setBy: variable.name } : namedProfileRegion({ settings, env });
}
