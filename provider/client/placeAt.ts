import { InputError } from "../core/errors/InputError.ts";
import { isThisMachine } from "./isThisMachine.ts";
import type { Service } from "./regions.ts";
import { regionsOf } from "./regions.ts";

/** An endpoint that is used instead of the region's own. */
interface CustomEndpoint {
  readonly service: Service;
  readonly url: string;
  /** The setting or the environment variable that it stands in. */
  readonly setBy: string;
}

/**
 * What answers for the region there: see `Endpoint.place`. A reply does not say which region it is from, and is recorded
 * under the requested one; so the endpoint must be one that serves this region.
 *
 * @throws InputError for an endpoint that serves other regions, or of which nothing says that it serves this one.
 */
export function placeAt(endpoint: CustomEndpoint, region: string, ownRegion: string | undefined): string {
  const { service, url } = endpoint;
  const host = new URL(url).hostname.replace(/\.$/, "");
  const hostRegions = regionsOf(service, host);
  if (hostRegions.has(region.toLowerCase())) return region.toLowerCase();
  if (isThisMachine(host) || region.toLowerCase() === ownRegion?.toLowerCase()) return url;
  const own = ownRegion === undefined ? [] : [`${shown(ownRegion)} (the provider's region)`];
  const served = [...own, ...[...hostRegions].filter((name) => name !== ownRegion?.toLowerCase())];
  const reason =
    served.length === 0 ? cannotTell(endpoint, region) : contradiction(endpoint, region, ownRegion, served);
  throw new InputError([{ property: "region", reason }]);
}

function contradiction(
  { url, setBy }: CustomEndpoint,
  region: string,
  ownRegion: string | undefined,
  served: readonly string[],
): string {
  const instead = ownRegion === undefined ? "" : `; to ask in ${shown(ownRegion)}, leave out region`;
  return (
    `${shown(region)} is not served by ${url} (set by ${setBy}), which serves ${served.join(", ")}. To ask in ` +
    `${shown(region)}, unset ${setBy}, or use a second Provider with that region and its own endpoint${instead}`
  );
}

function cannotTell({ url, setBy }: CustomEndpoint, region: string): string {
  return (
    `it is not known whether ${url} (set by ${setBy}) serves ${shown(region)}: its name tells no region, and the ` +
    `provider has none. If it does, set the provider's region: \`pulumi config set alicloud-backups:region ` +
    `${shown(region)}\`. If not, unset ${setBy}`
  );
}

function shown(region: string): string {
  return /^[\w-]{1,60}$/.test(region) ? region : JSON.stringify(region.slice(0, 60));
}
