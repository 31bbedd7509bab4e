import { InputError } from "../core/errors/InputError.ts";
import { suggest } from "../core/suggest.ts";
import { isThisMachine } from "./isThisMachine.ts";
import { placeAt } from "./placeAt.ts";
import type { Service } from "./regions.ts";
import { hostsByPattern, regions } from "./regions.ts";
import type { Settings } from "./settings.ts";
import { fromEnvironment } from "./settings.ts";

/** Where a request goes, and for which region. */
export interface Endpoint {
  readonly region: string;
  /** Scheme, host and port, without a trailing slash. */
  readonly url: string;
  /**
   * What answers there: the region for a host that is the region's own (public, VPC: one place, however it was set),
   * else the URL, as any other host is a place of its own.
   */
  readonly place: string;
}

type Environment = Readonly<Record<string, string | undefined>>;
type Product = "Rds" | "Dbs";

const REGION_VARIABLES = ["ALICLOUD_REGION", "ALIBABA_CLOUD_REGION", "ALIBABACLOUD_REGION"];
const NO_REGION =
  "is not set, and alicloud:region is read by the alicloud provider only: run " +
  "`pulumi config set alicloud-backups:region cn-hangzhou`, pass region, or set ALICLOUD_REGION";

/**
 * @param callRegion the region that a call names for itself
 * @throws InputError for a missing or unknown region, for an endpoint that is not safe to send a signature to, and for
 *   one that is set and does not serve the region.
 */
export function findEndpoint(
  product: Product,
  callRegion: string | undefined,
  settings: Settings,
  env: Environment,
): Endpoint {
  const ownRegion = settings.region ?? fromEnvironment(env, REGION_VARIABLES);
  const region = callRegion ?? ownRegion;
  if (region === undefined) throw new InputError([{ property: "region", reason: NO_REGION }]);
  const service = product === "Rds" ? "rds" : "dbs";
  const custom = customEndpoint(service, settings, env);
  if (custom !== undefined) {
    const url = checkEndpoint(custom.text, `endpoints.${service}`);
    const place = placeAt({ service, url, setBy: custom.setBy }, region, ownRegion);
    return { region, url, place };
  }
  checkRegion(region, settings.skipRegionValidation ?? false);
  return { region, url: `https://${(regions.get(region) ?? hostsByPattern(region))[service]}`, place: region };
}

/** The endpoint that is used instead of the region's own, and the setting or variable that it stands in. */
export function customEndpoint(service: Service, settings: Settings, env: Environment) {
  const setting = settings.endpoints?.[service];
  if (setting !== undefined) return { text: setting, setBy: `endpoints.${service}` };
  return endpointVariables(service)
    .map((setBy) => ({ text: env[setBy] ?? "", setBy }))
    .find(({ text }) => text !== "");
}

/** https, or http on this machine; nothing but scheme, host and port. */
export function checkEndpoint(endpoint: string, property: string): string {
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(endpoint) ? endpoint : `https://${endpoint}`);
  const refuse = (reason: string) => new InputError([{ property, reason }]);
  if (url === null || /\s/.test(endpoint))
    throw refuse('expected an endpoint such as "https://rds.cn-hangzhou.aliyuncs.com"');
  if (url.username || url.password || url.search || url.hash || url.pathname.replace("/", "") !== "") {
    throw refuse("an endpoint is a scheme, a host and a port: leave out path, query and user name");
  }
  if (!isSafe(url)) {
    throw refuse(`${url.protocol}// is refused for ${url.hostname}: use https:// (http:// only on this machine)`);
  }
  return url.origin;
}

/** https, or http that does not leave this machine. */
export function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === "https:" || (protocol === "http:" && isThisMachine(hostname));
}

export function endpointVariables(service: "rds" | "dbs" | "sts"): string[] {
  return [`ALIBABA_CLOUD_ENDPOINT_${service.toUpperCase()}`, `${service.toUpperCase()}_ENDPOINT`];
}

export function checkRegion(region: string, skip: boolean): void {
  // Part of a host name: a region that is let through unknown must still be one label.
  const label = /^[a-z0-9][a-z0-9-]{0,62}$/.test(region);
  if (regions.has(region) || (skip && label)) return;
  const nearest = suggest(region, sameContinent(region));
  const hint = nearest ? `: did you mean ${nearest}?` : `, which has ${[...regions.keys()].join(", ")}.`;
  const reason =
    `${JSON.stringify(region.slice(0, 60))} is not in this version's table of regions${hint} ` +
    "For a newer region set skipRegionValidation: true, or use a Provider with that region and its endpoints";
  throw new InputError([{ property: "region", reason }]);
}

/** Suggestions are limited to one continent: `me-central-1` is not a misspelt `eu-central-1`. */
function sameContinent(region: string): string[] {
  const [continent] = region.toLowerCase().split(/[-_ ]/);
  return [...regions.keys()].filter((name) => name.startsWith(`${continent}-`));
}
