import type { ServiceErrorKind } from "../core/errors/ServiceError.ts";

const BASE_MS = 500;
const CAP_MS = 8_000;

/** All calls are reads, so every kind of fault that may be temporary is retried; other kinds never are. */
const MAX_ATTEMPTS: Partial<Record<ServiceErrorKind, number>> = { network: 5, throttled: 5, server: 5, protocol: 2 };

export function mayRetry(kind: ServiceErrorKind, attempts: number): boolean {
  return attempts < (MAX_ATTEMPTS[kind] ?? 1);
}

/** Exponential backoff with full jitter, added to the service's own `retryAfterMs`, which is capped too. */
export function backoffMs(attempts: number, random: () => number, retryAfterMs: number | undefined): number {
  const ceiling = Math.min(CAP_MS, BASE_MS * 2 ** (attempts - 1));
  const minimum = Math.min(retryAfterMs ?? 0, 2 * CAP_MS);
  return Math.round(minimum + random() * ceiling);
}
