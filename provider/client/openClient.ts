import { InputError } from "../core/errors/InputError.ts";
import type { Host } from "../core/host.ts";
import type { Operation } from "../core/operation.ts";
import type { Call } from "./connect.ts";
import { connect } from "./connect.ts";
import type { CredentialCache } from "./credentials/createCredentialCache.ts";
import { createCredentialCache } from "./credentials/createCredentialCache.ts";
import { findSource } from "./credentials/findSource.ts";
import type { Endpoint } from "./findEndpoint.ts";
import { findEndpoint } from "./findEndpoint.ts";
import type { PopTransport } from "./popTransport.ts";
import { popTransport } from "./popTransport.ts";
import type { Settings } from "./settings.ts";

/** How to call the service of one region. */
export interface Route {
  readonly endpoint: Endpoint;
  readonly call: Call;
  /** How long one lookup of one instance may take as a whole, in milliseconds. */
  readonly lookupTimeoutMs: number;
  /** False when `maxRetryTimeout` is 0: then nothing is tried twice. */
  readonly mayRepeat: boolean;
}

export interface Client {
  /**
   * @throws InputError when region or endpoint are missing or wrong; the first call throws it when the key is. Nothing
   * has been sent then.
   */
  readonly route: (operation: Operation, region: string | undefined) => Route;
  readonly close: () => void;
}

const READ_TIMEOUT_MS = 20_000;
const CONNECT_TIMEOUT_MS = 5_000;
const RETRY_TIMEOUT_S = 60;
/** The time limit of a whole lookup, as a multiple of `maxRetryTimeout`. */
const TIMES_RETRY_TIMEOUT = 5;

const NOT_KNOWN = "is not known yet, and so the provider is not configured";

type Warn = (message: string) => void;

/**
 * Connections are kept per endpoint and version, and opened at the first call only; the key likewise. The engine asks
 * nothing of a provider with `unknown` settings; if it did, what is left of them could lead to another account.
 */
export function openClient(
  settings: Settings,
  host: Host,
  signal: AbortSignal,
  warn: Warn,
  unknown: ReadonlySet<string> = new Set(),
): Client {
  const transports = new Map<string, PopTransport>();
  let credentialCache: CredentialCache | undefined;

  function route(operation: Operation, region: string | undefined): Route {
    if (unknown.size > 0) throw new InputError([...unknown].map((property) => ({ property, reason: NOT_KNOWN })));
    const endpoint = findEndpoint(operation.api.product, region, settings, host.env);
    const key = `${endpoint.url} ${operation.api.version}`;
    const transport =
      transports.get(key) ??
      popTransport({
        url: endpoint.url,
        version: operation.api.version,
        connectTimeoutMs: settings.clientConnectTimeout ?? CONNECT_TIMEOUT_MS,
        readTimeoutMs: settings.clientReadTimeout ?? READ_TIMEOUT_MS,
      });
    transports.set(key, transport);
    const retryTimeout = settings.maxRetryTimeout ?? RETRY_TIMEOUT_S;
    const lookupTimeoutMs = TIMES_RETRY_TIMEOUT * (retryTimeout || RETRY_TIMEOUT_S) * 1000;
    // Credentials are opened at the first call: the endpoint is needed earlier, and does not depend on them.
    const call: Call = async (request, decode) => {
      credentialCache ??= createCredentialCache(findSource({ settings, env: host.env, now: host.now(), warn }), {
        host,
        signal,
      });
      return await connect({ transport, endpoint, credentialCache, settings, host, signal })(request, decode);
    };
    return { endpoint, call, lookupTimeoutMs, mayRepeat: retryTimeout > 0 };
  }

  function close(): void {
    for (const transport of transports.values()) transport.close();
  }

  return { route, close };
}
