import { checkEndpoint } from "../checkEndpoint.ts";
import { endpointVariables } from "../customEndpoint.ts";
import { fromEnvironment } from "../settings.ts";
import type { CredentialLookup } from "./CredentialLookup.ts";

/** The endpoint of STS: the configured one, else that of the profile's region, else the central one. */
export function stsUrl({ settings, env }: Pick<CredentialLookup, "settings" | "env">, region?: string | null): string {
  const explicit = settings.endpoints?.sts ?? fromEnvironment(env, endpointVariables("sts"));
  const host = region ? `sts.${region}.aliyuncs.com` : "sts.aliyuncs.com";
  return checkEndpoint(explicit ?? host, "endpoints.sts");
}
