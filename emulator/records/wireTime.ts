import type { Json } from "../../provider/core/json.ts";

const RFC3339 = /^(\d{4}-\d\d-\d\d) ?T(\d\d:\d\d(?::\d{1,2}(?:\.\d+)?)?)Z$/;
const LATEST_IN_SECONDS = 1e11;
const EARLIEST_IN_SECONDS = 1e8;
/** What is dated after this means that there is no such time. */
const FOR_EVER = Date.UTC(2100, 0, 1);

/** A time as a row may hold it: RFC 3339 text, or seconds or milliseconds since 1970 as number or text. */
export function readWireTime(value: Json | undefined): number | undefined {
  if (typeof value === "string" && RFC3339.test(value)) {
    const at = Date.parse(value.replace(" ", ""));
    return Number.isNaN(at) ? undefined : at;
  }
  const count = typeof value === "string" && /^\d{9,13}$/.test(value) ? Number(value) : value;
  // Zero, for a time that does not apply, is no time.
  if (typeof count !== "number" || count < EARLIEST_IN_SECONDS) return undefined;
  return count < LATEST_IN_SECONDS ? count * 1000 : count;
}

/** The moved time, written as the old one was. What is not a time, or means for ever, stays as it is. */
export function shiftWireTime(value: Json, byMs: number): Json {
  const at = readWireTime(value);
  if (at === undefined || at >= FOR_EVER) return value;
  const moved = at + byMs;
  if (typeof value === "string" && RFC3339.test(value)) {
    const form = new Date(moved).toISOString();
    if (/\.\d+Z$/.test(value)) return form;
    return /T\d\d:\d\dZ$/.test(value) ? `${form.slice(0, 16)}Z` : `${form.slice(0, 19)}Z`;
  }
  const count = Number(value) < LATEST_IN_SECONDS ? Math.round(moved / 1000) : moved;
  return typeof value === "string" ? String(count) : count;
}
