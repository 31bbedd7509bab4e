import { providerRegion } from "../providerRegion.ts";
import { safeEndpointUrl } from "../safeEndpointUrl.ts";
import { isVariableTrue } from "./environment.ts";
import type { SourceChoiceContext } from "./SourceChoiceContext.ts";
import { stsHost } from "./stsHost.ts";

/** What a profile says of STS. */
interface ProfileSts {
  readonly region?: string | null | undefined;
  readonly vpc?: boolean | null | undefined;
}

/**
 * The endpoint of STS: the configured one, else that of the region that the profile or ALIBABA_CLOUD_STS_REGION names for
 * it, else that of the provider's own region, else the central one.
 */
export function stsUrl(
  { settings, env }: Pick<SourceChoiceContext, "settings" | "env">,
  profile: ProfileSts = {},
): string {
  if (settings.endpoints?.sts !== undefined) return safeEndpointUrl(settings.endpoints.sts, "endpoints.sts");
  const vpc =
    settings.endpointType === "vpc" || profile.vpc || isVariableTrue(env, "ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED");
  const named = profile.region || env.ALIBABA_CLOUD_STS_REGION?.trim();
  const host = stsHost(named || providerRegion(settings, env)?.name, vpc ? "vpc" : "public");
  return safeEndpointUrl(host, "sts_region");
}
