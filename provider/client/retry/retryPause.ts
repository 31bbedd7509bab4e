const BASE_MS = 500;
const CAP_MS = 8_000;
/** The longest pause of the service's that is kept. */
export const LONGEST_RETRY_AFTER_MS = 30_000;

/** Exponential backoff with full jitter, added to the pause that the service asked for. */
export function retryPause(failures: number, random: () => number, retryAfterMs: number | undefined): number {
  const ceiling = Math.min(CAP_MS, BASE_MS * 2 ** (failures - 1));
  return Math.round(clampRetryAfter(retryAfterMs) + random() * ceiling);
}

/** What is kept of the pause that the service asked for. */
export function clampRetryAfter(retryAfterMs = 0): number {
  return Math.min(retryAfterMs, LONGEST_RETRY_AFTER_MS);
}
