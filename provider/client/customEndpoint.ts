import type { Service } from "./regions.ts";
import type { Settings } from "./settings.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** An endpoint that is used instead of the region's own. */
interface CustomEndpoint {
  readonly text: string;
  /** The setting or the environment variable that it stands in. */
  readonly setBy: string;
  /** Whether the region is part of it, so that every region has its own. */
  readonly perRegion: boolean;
}

/** In an endpoint, the place where the region of the call belongs. */
const REGION = "{region}";

export function customEndpoint(
  service: Service,
  settings: Settings,
  env: Environment,
  region: string,
): CustomEndpoint | undefined {
  const [setBy, text] = setting(service, settings, env) ?? [];
  if (setBy === undefined || text === undefined) return undefined;
  return { text: withRegion(text, region), setBy, perRegion: text.includes(REGION) };
}

export function withRegion(endpoint: string, region: string): string {
  return endpoint.replaceAll(REGION, region);
}

/** Whether this service has an endpoint of its own, for whatever region. */
export function hasCustomEndpoint(service: Service, settings: Settings, env: Environment): boolean {
  return setting(service, settings, env) !== undefined;
}

function endpointVariables(service: Service): string[] {
  return [`ALIBABA_CLOUD_ENDPOINT_${service.toUpperCase()}`, `${service.toUpperCase()}_ENDPOINT`];
}

function setting(
  service: Service,
  { endpoints }: Settings,
  env: Environment,
): [setBy: string, text: string] | undefined {
  const configured = endpoints?.[service];
  if (configured !== undefined) return [`endpoints.${service}`, configured];
  const variable = endpointVariables(service).find((name) => env[name]);
  const text = variable && env[variable];
  return variable && text ? [variable, text] : undefined;
}
