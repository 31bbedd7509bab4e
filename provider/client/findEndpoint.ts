import { InputError } from "../core/errors/InputError.ts";
import { suggest } from "../core/suggest.ts";
import { hostsByPattern, regions } from "./regions.ts";
import type { Settings } from "./settings.ts";
import { fromEnvironment } from "./settings.ts";

/** Where a request goes, and for which region. */
export interface Endpoint {
  readonly region: string;
  /** Scheme, host and port, without a trailing slash. */
  readonly url: string;
  /**
   * What answers there: the region for a host that the table has for it (public, VPC, internal: one place), else the
   * URL, as a host set by hand is a place of its own.
   */
  readonly place: string;
}

type Environment = Readonly<Record<string, string | undefined>>;
type Product = "Rds" | "Dbs";

const REGION_VARIABLES = ["ALICLOUD_REGION", "ALIBABA_CLOUD_REGION", "ALIBABACLOUD_REGION"];
const NO_REGION =
  "is not set, and alicloud:region is read by the alicloud provider only: run " +
  "`pulumi config set alicloud-backups:region cn-hangzhou`, pass region, or set ALICLOUD_REGION";

/** @throws InputError for a missing or unknown region, and for an endpoint that is not safe to send a signature to. */
export function findEndpoint(
  product: Product,
  given: string | undefined,
  settings: Settings,
  env: Environment,
): Endpoint {
  const region = given ?? settings.region ?? fromEnvironment(env, REGION_VARIABLES);
  if (region === undefined) throw new InputError([{ property: "region", reason: NO_REGION }]);
  const service = product === "Rds" ? "rds" : "dbs";
  const explicit = settings.endpoints?.[service] ?? fromEnvironment(env, endpointVariables(service));
  if (explicit !== undefined) {
    const url = checkEndpoint(explicit, `endpoints.${service}`);
    return { region, url, place: url };
  }
  checkRegion(region, settings.skipRegionValidation ?? false);
  return { region, url: `https://${(regions.get(region) ?? hostsByPattern(region))[service]}`, place: region };
}

/** https, or http on this machine; nothing but scheme, host and port. */
export function checkEndpoint(given: string, property: string): string {
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(given) ? given : `https://${given}`);
  const refuse = (reason: string) => new InputError([{ property, reason }]);
  if (url === null || /\s/.test(given))
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
  const local = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  return protocol === "https:" || (protocol === "http:" && local);
}

export function endpointVariables(service: "rds" | "dbs" | "sts"): string[] {
  return [`ALIBABA_CLOUD_ENDPOINT_${service.toUpperCase()}`, `${service.toUpperCase()}_ENDPOINT`];
}

export function checkRegion(region: string, skip: boolean): void {
  // Part of a host name: a region that is let through unknown must still be one label.
  const label = /^[a-z0-9][a-z0-9-]{0,62}$/.test(region);
  if (regions.has(region) || (skip && label)) return;
  const nearest = suggest(region, [...regions.keys()]);
  const hint = nearest ? `did you mean ${nearest}?` : `known are ${[...regions.keys()].join(", ")}.`;
  const reason = `${JSON.stringify(region.slice(0, 60))} is not a region: ${hint} A newer one needs skipRegionValidation: true`;
  throw new InputError([{ property: "region", reason }]);
}
