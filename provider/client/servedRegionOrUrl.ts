import { InputError } from "../core/errors/InputError.ts";
import { isThisMachine } from "./isThisMachine.ts";
import type { ProviderRegion } from "./providerRegion.ts";
import type { Service } from "./regions.ts";
import { regionsOfHost } from "./regions.ts";

/** An endpoint that is used instead of the region's own. */
interface CustomEndpoint {
  readonly service: Service;
  readonly url: string;
  /** The setting or the environment variable that it stands in. */
  readonly setBy: string;
}

/**
 * What answers for the region there: see `Endpoint.regionOrUrl`. A reply does not say which region it is from, and is recorded
 * under the requested one; so the endpoint must be one that serves this region.
 *
 * @throws InputError for an endpoint that serves other regions, or of which nothing says that it serves this one.
 */
export function servedRegionOrUrl(endpoint: CustomEndpoint, region: string, own: ProviderRegion | undefined): string {
  const { service, url } = endpoint;
  const host = new URL(url).hostname.replace(/\.$/, "");
  const hostRegions = regionsOfHost(service, host);
  if (hostRegions.has(region.toLowerCase())) return region.toLowerCase();
  const ownName = own?.name.toLowerCase();
  if (isThisMachine(host) || region.toLowerCase() === ownName) return url;
  const others = [...hostRegions].filter((name) => name !== ownName);
  const served = own === undefined ? others : [`${shown(own.name)} (${describeOwn(own)})`, ...others];
  const reason = served.length === 0 ? cannotTell(endpoint, region) : contradiction(endpoint, region, own, served);
  throw new InputError([{ property: "region", reason }]);
}

function contradiction(
  { url, setBy }: CustomEndpoint,
  region: string,
  own: ProviderRegion | undefined,
  served: readonly string[],
): string {
  const instead = own === undefined ? "" : `; to ask in ${shown(own.name)}, leave out region`;
  return (
    `${shown(region)} is not served by ${url} (set by ${setBy}), which serves ${served.join(", ")}. To ask in ` +
    `${shown(region)}, unset ${setBy} (with endpointType: "vpc" each region's VPC endpoint is used), write {region} into it ` +
    `if each region has such a host, or use a second Provider with that region and its own endpoint${instead}`
  );
}

function cannotTell({ url, setBy }: CustomEndpoint, region: string): string {
  return (
    `it is not known whether ${url} (set by ${setBy}) serves ${shown(region)}: its name tells no region, and the ` +
    `provider has none. If it does, set the provider's region: \`pulumi config set alicloud-backups:region ` +
    `${shown(region)}\`. If not, unset ${setBy}`
  );
}

function describeOwn({ setBy }: ProviderRegion): string {
  return setBy === "region" ? "the provider's region" : `the provider's region, set by ${setBy}`;
}

function shown(region: string): string {
  return /^[\w-]{1,60}$/.test(region) ? region : JSON.stringify(region.slice(0, 60));
}
