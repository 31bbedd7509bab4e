const MINUTE = 60_000;

/** What is dated further ahead than this did not happen when it says. */
export const ROW_TIME_TOLERANCE = 5 * MINUTE;

/**
 * How far the local clock may be off, by the most generous of the documents: a signature is valid for so long. No row
 * is taken for old by a `Date` header that is further ahead, and none for young by one that is further behind.
 */
export const LOCAL_CLOCK_TOLERANCE = 31 * MINUTE;

const DAY_MS = 86_400_000;
const TWO_DIGITS = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, "0"));
/** Of the time that was read or written last: the rows of a page are of few days, and a date takes most of the time. */
let lastDay = { day: 0, text: "1970-01-01" };

/** RFC 3339 in UTC, without a fraction when there is none: the one form in which times leave this package. */
export function formatTime(epochMs: number): string {
  if (epochMs % 1000 !== 0) return new Date(epochMs).toISOString();
  const day = Math.floor(epochMs / DAY_MS);
  if (day !== lastDay.day) {
    const [text = ""] = new Date(day * DAY_MS).toISOString().split("T");
    lastDay = { day, text };
  }
  const seconds = (epochMs - day * DAY_MS) / 1000;
  const [hour, minute] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${lastDay.text}T${TWO_DIGITS[hour]}:${TWO_DIGITS[minute]}:${TWO_DIGITS[seconds % 60]}Z`;
}

/** Reads what `formatTime` writes, whose form is not looked at: for rows, whose times are all of it. */
export function parseFormattedTime(text: string): number {
  if (text.length !== "2026-08-01T02:03:04Z".length) return Date.parse(text);
  if (!text.startsWith(lastDay.text)) {
    const midnight = Date.UTC(digits(text, 0) * 100 + digits(text, 2), digits(text, 5) - 1, digits(text, 8));
    lastDay = { day: midnight / DAY_MS, text: text.slice(0, "2026-08-01".length) };
  }
  return lastDay.day * DAY_MS + (digits(text, 11) * 3600 + digits(text, 14) * 60 + digits(text, 17)) * 1000;
}

/** The number that two digits are. */
function digits(text: string, place: number): number {
  return (text.charCodeAt(place) - DIGIT_0) * 10 + text.charCodeAt(place + 1) - DIGIT_0;
}

const DIGIT_0 = 0x30;

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
