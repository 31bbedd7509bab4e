import type { Host } from "../../core/host.ts";
import { backoffMs } from "../backoff.ts";
import type { Credentials, Obtained } from "./Credentials.ts";
import { CredentialsError } from "./CredentialsError.ts";
import { fetchKey } from "./fetchKey.ts";
import type { Source } from "./Source.ts";
import { DeadlineError, withDeadline } from "./withDeadline.ts";

/** The key that signs: the same one until it ends, and then the next. */
export interface Keys {
  readonly place: string;
  /** @throws CredentialsError when the source gives none, CancelledError when there is no more need. */
  readonly get: () => Promise<Credentials>;
  /** Says that this key was refused as expired. Answers whether `get` will bring another one. */
  readonly renew: (expired: Credentials) => boolean;
}

interface Circumstances {
  readonly host: Host;
  readonly signal: AbortSignal;
  /** For one key, however many requests it takes. */
  readonly timeoutMs?: number;
}

/** A key that ends sooner is replaced before it is used: a request may take a while. */
const MARGIN_MS = 3 * 60_000;
const TIMEOUT_MS = 10_000;
const MAX_TRIES = 3;

/** Nothing is fetched before the first `get`, and whoever asks while a key is being fetched waits for the same one. */
export function openKeys(source: Source, { host, signal, timeoutMs = TIMEOUT_MS }: Circumstances): Keys {
  let held: Obtained | undefined;
  let fetching: Promise<Obtained> | undefined;

  async function get(): Promise<Credentials> {
    if (held && isValid(held, MARGIN_MS)) return held.credentials;
    fetching ??= replace().finally(() => {
      fetching = undefined;
    });
    return (await fetching).credentials;
  }

  async function replace(): Promise<Obtained> {
    try {
      held = await withDeadline(fetchPatiently, signal, timeoutMs);
    } catch (error) {
      const failed = error instanceof DeadlineError ? tooSlow(source, timeoutMs) : error;
      // The old key still signs; the next request tries to renew it again.
      if (failed instanceof CredentialsError && held && isValid(held, 0)) return held;
      throw failed;
    }
    return held;
  }

  async function fetchPatiently(inTime: AbortSignal): Promise<Obtained> {
    for (let tries = 1; ; tries++) {
      try {
        return await fetchKey(source, inTime);
      } catch (error) {
        if (!(error instanceof CredentialsError) || !error.failure.passing || tries === MAX_TRIES) throw error;
      }
      await host.sleep(backoffMs(tries, host.random, undefined), inTime);
    }
  }

  function isValid({ expiresAt = Number.POSITIVE_INFINITY }: Obtained, margin: number): boolean {
    return expiresAt - host.now() > margin;
  }

  function renew(expired: Credentials): boolean {
    if (held?.credentials === expired) held = undefined;
    return source.kind !== "key";
  }

  return { place: source.place, get, renew };
}

function tooSlow({ place }: Source, timeoutMs: number): CredentialsError {
  return new CredentialsError({
    what: `no key came from ${place} within ${timeoutMs / 1000} s.`,
    remedy: "check that what it asks can be reached from here and answers",
  });
}
