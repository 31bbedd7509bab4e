const MINUTE = 60_000;

/** What is dated further ahead than this did not happen when it says. */
export const ROW_TIME_TOLERANCE = 5 * MINUTE;

/**
 * How far the local clock may be off, by the most generous of the documents: a signature is valid for so long. No row
 * is taken for old by a `Date` header that is further ahead, and none for young by one that is further behind.
 */
export const CLOCK_MARGIN = 31 * MINUTE;

/** RFC 3339 in UTC, without a fraction when there is none: the one form in which times leave this package. */
export function formatTime(epochMs: number): string {
  const text = new Date(epochMs).toISOString();
  return epochMs % 1000 === 0 ? `${text.slice(0, -".000Z".length)}Z` : text;
}

/** `2011-06-11T15:00Z`, the form of RDS request times. Callers round outwards first: the form has no seconds. */
export function formatMinute(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, 16)}Z`;
}

export function floorMinute(epochMs: number): number {
  return Math.floor(epochMs / MINUTE) * MINUTE;
}

export function ceilMinute(epochMs: number): number {
  return Math.ceil(epochMs / MINUTE) * MINUTE;
}

/** `"2d 3h"`, `"61h"`, `"4m 10s"`: at most two units, for people. */
export function describeDuration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const [large, small] = UNITS.find(([unit]) => seconds >= unit.from) ?? [MINUTES, SECONDS];
  const shown = [
    { count: Math.floor(seconds / large.seconds), name: large.name },
    { count: Math.floor((seconds % large.seconds) / small.seconds), name: small.name },
  ].filter(({ count }) => count > 0);
  return shown.length > 0 ? shown.map(({ count, name }) => `${count}${name}`).join(" ") : "0s";
}

const DAYS = { seconds: 86_400, name: "d", from: 3 * 86_400 };
const HOURS = { seconds: 3_600, name: "h", from: 3_600 };
const MINUTES = { seconds: 60, name: "m", from: 0 };
const SECONDS = { seconds: 1, name: "s", from: 0 };
const UNITS = [
  [DAYS, HOURS],
  [HOURS, MINUTES],
  [MINUTES, SECONDS],
] as const;
