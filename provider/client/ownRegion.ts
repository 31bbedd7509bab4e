import { profileRegion } from "./credentials/profiles/profileRegion.ts";
import type { Settings } from "./settings.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** The provider's region, and where it is set, for a person: `ALICLOUD_REGION`. */
export interface OwnRegion {
  readonly name: string;
  readonly setBy: string;
}

/** pulumi-alicloud's own variables, in its order; it does not read the last. */
export const REGION_VARIABLES = ["ALICLOUD_REGION", "ALIBABA_CLOUD_REGION", "ALIBABACLOUD_REGION"] as const;

/** The configured region, else the environment's, else that of the profile that configuration or environment name. */
export function ownRegion(settings: Settings, env: Environment): OwnRegion | undefined {
  if (settings.region !== undefined) return { name: settings.region, setBy: "region" };
  const [shared, other, ours] = REGION_VARIABLES;
  return (
    fromVariable(env, shared) ?? fromVariable(env, other) ?? profileRegion({ settings, env }) ?? fromVariable(env, ours)
  );
}

function fromVariable(env: Environment, setBy: string): OwnRegion | undefined {
  const name = env[setBy]?.trim();
  return name ? { name, setBy } : undefined;
}
