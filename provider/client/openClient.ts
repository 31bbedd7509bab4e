import type { Host } from "../core/host.ts";
import type { Operation } from "../core/operation.ts";
import type { CallPage } from "./connect.ts";
import { connect } from "./connect.ts";
import { findCredentials } from "./credentials.ts";
import type { Endpoint } from "./findEndpoint.ts";
import { findEndpoint } from "./findEndpoint.ts";
import type { PopTransport } from "./popTransport.ts";
import { popTransport } from "./popTransport.ts";
import type { Settings } from "./settings.ts";

/** The way to one region's service. */
export interface Route {
  readonly endpoint: Endpoint;
  readonly call: CallPage;
}

export interface Client {
  /** @throws InputError when region, endpoint or key are missing or wrong; nothing has been sent then. */
  readonly route: (operation: Operation, region: string | undefined) => Route;
  readonly close: () => void;
}

const READ_TIMEOUT_MS = 20_000;
const CONNECT_TIMEOUT_MS = 5_000;

/** Connections are kept per endpoint and version, and opened at the first call only. */
export function openClient(settings: Settings, host: Host, signal: AbortSignal): Client {
  const transports = new Map<string, PopTransport>();

  function route(operation: Operation, region: string | undefined): Route {
    const endpoint = findEndpoint(operation.product, region, settings, host.env);
    const credentials = findCredentials(settings, host.env);
    const key = `${endpoint.url} ${operation.version}`;
    const transport =
      transports.get(key) ??
      popTransport({
        url: endpoint.url,
        version: operation.version,
        credentials,
        connectTimeoutMs: settings.clientConnectTimeout ?? CONNECT_TIMEOUT_MS,
        readTimeoutMs: settings.clientReadTimeout ?? READ_TIMEOUT_MS,
      });
    transports.set(key, transport);
    return { endpoint, call: connect({ transport, endpoint, credentials, settings, host, signal }) };
  }

  function close(): void {
    for (const transport of transports.values()) transport.close();
  }

  return { route, close };
}
