import { checkEndpoint, endpointVariables } from "../findEndpoint.ts";
import { fromEnvironment } from "../settings.ts";
import type { Look } from "./Look.ts";

/** Where STS is asked: the configured endpoint, else that of the region that a profile names, else the central one. */
export function stsUrl({ settings, env }: Pick<Look, "settings" | "env">, region?: string | null): string {
  const explicit = settings.endpoints?.sts ?? fromEnvironment(env, endpointVariables("sts"));
  const host = region ? `sts.${region}.aliyuncs.com` : "sts.aliyuncs.com";
  return checkEndpoint(explicit ?? host, "endpoints.sts");
}
