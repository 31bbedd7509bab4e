import parseDuration from "parse-duration";
import { isCalendarDay } from "./isCalendarDay.ts";

/** A point in time, or one counted back from now; resolved once per lookup, so that all its parts agree. */
export type Moment = { readonly at: number } | { readonly ago: number };

const DURATION = /^(\d+(w|d|h|m|s))+$/;
const MAX_DURATION = 10 * 366 * 86_400_000;
/** RFC 3339 with any offset; seconds may be left out. */
const DATE_TIME = /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** `"26h"`, `"90m"`, `"7d"`, `"1h30m"`, in milliseconds; undefined for any other form, and for more than ten years. */
export function readDuration(text: string): number | undefined {
  const ms = DURATION.test(text) ? parseDuration(text) : null;
  return ms === null || ms > MAX_DURATION ? undefined : ms;
}

/** RFC 3339 with any offset, or relative to now such as `"-7d"`; undefined for any other form, and for a day that is none. */
export function readMoment(text: string): Moment | undefined {
  const ago = text.startsWith("-") ? readDuration(text.slice(1)) : undefined;
  if (ago !== undefined) return { ago };
  const [, year, month, day] = (DATE_TIME.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return isCalendarDay(year, month, day) ? { at: Date.parse(text) } : undefined;
}
