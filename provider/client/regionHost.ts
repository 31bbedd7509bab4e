import { InputError } from "../core/errors/InputError.ts";
import type { Network, Service } from "./regions.ts";
import { hostByPattern, regions } from "./regions.ts";

/**
 * The region's own host.
 *
 * @param region one that is in the table, or that the configuration lets through unchecked: then its host follows the pattern
 * @throws InputError when no source names a host of the service there: no other region's is tried in its place.
 */
export function regionHost(service: Service, network: Network, region: string, mayUsePattern: boolean): string {
  const host =
    regions.get(region)?.[service][network] ?? (mayUsePattern ? hostByPattern(service, network, region) : undefined);
  if (host !== undefined) return host;
  const kind = network === "vpc" ? "VPC endpoint" : "endpoint";
  const reason =
    `no ${kind} of ${service.toUpperCase()} in ${region} is known to this version: set endpoints.${service}, or set ` +
    `skipRegionValidation: true to try ${hostByPattern(service, network, region)}`;
  throw new InputError([{ property: network === "vpc" ? "endpointType" : "region", reason }]);
}
