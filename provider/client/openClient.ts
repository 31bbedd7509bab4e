import { InputError } from "../core/errors/InputError.ts";
import type { Host } from "../core/host.ts";
import { once } from "../core/once.ts";
import type { Operation } from "../core/operation.ts";
import { createCredentialCache } from "./credentials/createCredentialCache.ts";
import { findCredentialSource } from "./credentials/findCredentialSource.ts";
import { type Endpoint, findEndpoint } from "./findEndpoint.ts";
import { connectionOpener } from "./http/connectionOpener.ts";
import { type OpenTransport, type PopTransport, popTransport } from "./popTransport.ts";
import { providerRegion } from "./providerRegion.ts";
import { TurnQueue } from "./rate/TurnQueue.ts";
import { FailureTimer } from "./retry/FailureTimer.ts";
import type { CallerLimits, LookupBounds } from "./retry/LookupBounds.ts";
import { ServiceClock } from "./ServiceClock.ts";
import { type SendWithRetries, senderWithRetries } from "./senderWithRetries.ts";
import type { Settings } from "./settings.ts";

/** The way to the service of one region. */
export interface Route {
  readonly endpoint: Endpoint;
  readonly send: SendWithRetries;
}

export interface AlicloudClient {
  /**
   * @throws InputError when region or endpoint are missing or wrong, or the proxy or `caFile` cannot be used; the first
   * call throws it when the key is. Nothing has been sent then.
   */
  readonly route: (operation: Operation, region: string | undefined) => Route;
  /** What a lookup that begins now may cost. */
  readonly startLookup: (limits?: CallerLimits) => LookupBounds;
  /** The service's time, as far as it is known. */
  readonly serviceTime: () => number;
  /** How long one lookup of one instance may take as a whole, in milliseconds. */
  readonly lookupTimeoutMs: number;
  /** False when `maxRetryTimeout` is 0: then nothing is tried twice. */
  readonly mayRetry: boolean;
  readonly close: () => void;
}

interface ClientOptions {
  readonly settings: Settings;
  readonly host: Host;
  /** Ends the search for a key, which lookups share. */
  readonly signal: AbortSignal;
  readonly warn: (message: string) => void;
  /** Settings without a value yet. The engine asks nothing of such a provider; if it did, they could lead elsewhere. */
  readonly unknown?: ReadonlySet<string>;
  readonly openTransport?: OpenTransport;
}

const READ_TIMEOUT_MS = 20_000;
const CONNECT_TIMEOUT_MS = 5_000;
const RETRY_TIMEOUT_S = 60;
/** The time limit of a whole lookup, as a multiple of `maxRetryTimeout`. */
const TIMES_RETRY_TIMEOUT = 5;

const NO_LIMITS = { untilElapsedMs: Number.POSITIVE_INFINITY, failureMs: Number.POSITIVE_INFINITY };

const NOT_KNOWN = "is not known yet, and so the provider is not configured";

/** Connections are kept per endpoint and version, and opened at the first call only; the key likewise. */
export function openClient(options: ClientOptions): AlicloudClient {
  const { settings, host, signal, warn, unknown = new Set(), openTransport = popTransport } = options;
  const transports = new Map<string, PopTransport>();
  /** By endpoint: all versions of a product, and all regions behind one host, share what it takes. */
  const queues = new Map<string, TurnQueue>();
  const clock = new ServiceClock(host.now);
  const ownRegion = once(() => providerRegion(settings, host.env));
  const network = once(() => connectionOpener({ caFile: settings.caFile, env: host.env, warn }));
  // Credentials are opened at the first call: the endpoint is needed earlier, and does not depend on them.
  const credentials = once(() => {
    const source = findCredentialSource({ settings, env: host.env, now: host.now(), warn });
    return createCredentialCache(source, { host, signal, openConnections: network() });
  });
  const retryTimeout = settings.maxRetryTimeout ?? RETRY_TIMEOUT_S;
  const mayRetry = retryTimeout > 0;
  const lookupTimeoutMs = TIMES_RETRY_TIMEOUT * (retryTimeout || RETRY_TIMEOUT_S) * 1000;
  let arrivals = 0;

  function route(operation: Operation, region: string | undefined): Route {
    if (unknown.size > 0) throw new InputError([...unknown].map((property) => ({ property, reason: NOT_KNOWN })));
    const endpoint = findEndpoint(operation.api.product, region, settings, host.env, ownRegion);
    const transport = entry(transports, `${endpoint.url} ${operation.api.version}`, () =>
      openTransport({
        url: endpoint.url,
        version: operation.api.version,
        connectTimeoutMs: settings.clientConnectTimeout ?? CONNECT_TIMEOUT_MS,
        readTimeoutMs: settings.clientReadTimeout ?? READ_TIMEOUT_MS,
        openConnections: network(),
      }),
    );
    const turns = entry(queues, endpoint.url, () => new TurnQueue(host));
    const send: SendWithRetries = async (request, decode) => {
      const context = { transport, turns, endpoint, credentialCache: credentials(), clock, host, mayRetry };
      return await senderWithRetries(context)(request, decode);
    };
    return { endpoint, send };
  }

  function startLookup({ untilElapsedMs, failureMs }: CallerLimits = NO_LIMITS): LookupBounds {
    return {
      arrivalNumber: arrivals++,
      failureTimer: new FailureTimer(host.elapsed, Math.min(failureMs, retryTimeout * 1000)),
      endsAtElapsedMs: Math.min(untilElapsedMs, host.elapsed() + lookupTimeoutMs),
      mayRestartWithServiceTime: true,
    };
  }

  function close(): void {
    for (const transport of transports.values()) transport.close();
  }

  return { route, startLookup, serviceTime: () => clock.now(), lookupTimeoutMs, mayRetry, close };
}

function entry<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
