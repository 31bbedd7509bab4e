import type { Host } from "../../core/host.ts";
import type { OpenConnections } from "../http/connectionOpener.ts";
import { retryPause } from "../retry/retryPause.ts";
import type { CredentialSource } from "./CredentialSource.ts";
import type { Credentials, ExpiringCredentials } from "./Credentials.ts";
import { fetchKey } from "./fetchKey.ts";
import { KeyFetchError } from "./KeyFetchError.ts";
import { DeadlineError, withDeadline } from "./withDeadline.ts";

/** Holds the current credentials, and replaces them before they expire. */
export interface CredentialCache {
  readonly origin: string;
  /** @throws KeyFetchError when the source gives none, CancelledError when the operation was cancelled. */
  readonly get: () => Promise<Credentials>;
  /** Drops credentials that the service refused as expired. Returns whether `get` can fetch others. */
  readonly invalidate: (expired: Credentials) => boolean;
}

interface CredentialCacheOptions {
  readonly host: Host;
  readonly signal: AbortSignal;
  readonly openConnections: OpenConnections;
  /** Limit for fetching credentials once, retries included. */
  readonly timeoutMs?: number;
}

/** Credentials that expire sooner than this are replaced before use, because a request may take a while. */
const MARGIN_MS = 3 * 60_000;
const TIMEOUT_MS = 10_000;
const MAX_TRIES = 3;

/** Fetches nothing before the first `get`. Calls of `get` during a fetch all wait for that same fetch. */
export function createCredentialCache(
  source: CredentialSource,
  { host, signal, openConnections, timeoutMs = TIMEOUT_MS }: CredentialCacheOptions,
): CredentialCache {
  let current: ExpiringCredentials | undefined;
  let fetching: Promise<ExpiringCredentials> | undefined;

  async function get(): Promise<Credentials> {
    if (current && isValid(current, MARGIN_MS)) return current.credentials;
    fetching ??= refresh().finally(() => {
      fetching = undefined;
    });
    return (await fetching).credentials;
  }

  async function refresh(): Promise<ExpiringCredentials> {
    try {
      current = await withDeadline(fetchWithRetries, signal, timeoutMs);
    } catch (error) {
      const failure = error instanceof DeadlineError ? tooSlow(source, timeoutMs) : error;
      // The current key is still valid; the next request tries to replace it again.
      if (failure instanceof KeyFetchError && current && isValid(current, 0)) return current;
      throw failure;
    }
    return current;
  }

  async function fetchWithRetries(deadline: AbortSignal): Promise<ExpiringCredentials> {
    for (let tries = 1; ; tries++) {
      try {
        return await fetchKey(source, { signal: deadline, openConnections });
      } catch (error) {
        if (!(error instanceof KeyFetchError) || !error.failure.passing || tries === MAX_TRIES) throw error;
      }
      await host.sleep(retryPause(tries, host.random, undefined), deadline);
    }
  }

  function isValid({ expiresAt = Number.POSITIVE_INFINITY }: ExpiringCredentials, margin: number): boolean {
    return expiresAt - host.now() > margin;
  }

  function invalidate(expired: Credentials): boolean {
    if (current?.credentials === expired) current = undefined;
    return source.kind !== "key";
  }

  return { origin: source.origin, get, invalidate };
}

function tooSlow({ origin }: CredentialSource, timeoutMs: number): KeyFetchError {
  return new KeyFetchError({
    what: `no key came from ${origin} within ${timeoutMs / 1000} s.`,
    remedy: "check that what it asks can be reached from here and answers",
  });
}
