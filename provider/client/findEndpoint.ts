import { InputError } from "../core/errors/InputError.ts";
import { checkRegion, skipsRegionValidation } from "./checkRegion.ts";
import { customEndpoint } from "./customEndpoint.ts";
import { type ProviderRegion, providerRegion, REGION_VARIABLES } from "./providerRegion.ts";
import { refuseHostsInEndpointsFile } from "./refuseHostsInEndpointsFile.ts";
import { regionHost } from "./regionHost.ts";
import { safeEndpointUrl } from "./safeEndpointUrl.ts";
import { servedRegionOrUrl } from "./servedRegionOrUrl.ts";
import type { Settings } from "./settings.ts";

/** Where a request goes, and for which region. */
export interface Endpoint {
  readonly region: string;
  /** Scheme, host and port, without a trailing slash. */
  readonly url: string;
  /**
   * What answers there: the region for a host that is the region's own (public, VPC: one place, however it was set),
   * else the URL, as any other host is a place of its own.
   */
  readonly regionOrUrl: string;
}

type Environment = Readonly<Record<string, string | undefined>>;
type Product = "Rds" | "Dbs";

const NO_REGION =
  "is not set, and alicloud:region is read by the alicloud provider only (which takes cn-beijing when it has none): run " +
  "`pulumi config set alicloud-backups:region cn-hangzhou`, pass region, or set " +
  `${REGION_VARIABLES[0]}; or name a profile of the aliyun CLI that has a region; or, in TypeScript, take the stack's ` +
  'alicloud: settings over with new Provider("backups", alicloudProviderArgs())';

/** The official SDKs' variable, which the alicloud provider does not read: with it the two would look in different regions. */
const UNREAD_REGION = "ALIBABACLOUD_REGION";

/**
 * @param callRegion the region that a call names for itself
 * @param ownRegion the provider's region; finding it may take reading a file, and is left out where it does not matter
 * @throws InputError for a missing or unknown region, for an endpoint that is not safe to send a signature to, and for
 *   one that is set and does not serve the region.
 */
export function findEndpoint(
  product: Product,
  callRegion: string | undefined,
  settings: Settings,
  env: Environment,
  ownRegion: () => ProviderRegion | undefined = () => providerRegion(settings, env),
): Endpoint {
  const region = callRegion ?? ownRegion()?.name;
  if (region === undefined) throw new InputError([{ property: "region", reason: noRegion(env) }]);
  const service = product === "Rds" ? "rds" : "dbs";
  const custom = customEndpoint(service, settings, env, region);
  if (custom !== undefined) {
    const url = safeEndpointUrl(custom.text, `endpoints.${service}`);
    // A host with the region in it is the region's, whatever the provider's own region is.
    const regionOrUrl = servedRegionOrUrl(
      { service, url, setBy: custom.setBy },
      region,
      custom.perRegion ? { name: region, setBy: "region" } : ownRegion(),
    );
    return { region, url, regionOrUrl };
  }
  refuseHostsInEndpointsFile(service, env);
  const anyRegion = skipsRegionValidation(settings, env);
  checkRegion(region, anyRegion, callRegion === undefined ? ownRegion()?.setBy : undefined);
  return {
    region,
    url: `https://${regionHost(service, settings.endpointType ?? "public", region, anyRegion)}`,
    regionOrUrl: region,
  };
}

function noRegion(env: Environment): string {
  if (!env[UNREAD_REGION]) return NO_REGION;
  return `${NO_REGION}. ${UNREAD_REGION} is set, and neither the alicloud provider nor this package reads it`;
}
