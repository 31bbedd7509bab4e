/**
 * The forms in which Alibaba Cloud writes values, and how each is read. A value that does not fit is undefined; it is
 * never guessed. `wire.ts` makes codecs of these: rows are read without zod, which would take most of a long list's time.
 */
import { isCalendarDay } from "./isCalendarDay.ts";
import type { Json } from "./json.ts";
import { formatTime } from "./time.ts";

const EARLIEST_YEAR = 2000;
const LATEST_YEAR = 2100;
const END_OF_YEARS = 10_000;

/** What is said to be kept until then or longer is kept for ever. */
export const FOR_EVER_FROM = Date.UTC(LATEST_YEAR, 0, 1);

export function readScalarAsText(raw: Json): string | undefined {
  if (typeof raw === "string") return raw;
  return isScalar(raw) ? String(raw) : undefined;
}

export function readInteger(raw: Json): number | undefined {
  return exact(typeof raw === "number" ? raw : decimal(raw));
}

export function readMegabytesAsBytes(raw: Json): number | undefined {
  const text = readScalarAsText(raw);
  return text === undefined ? undefined : exact(decimal(text.replace(/\s*MB?$/i, "")) * 1024 * 1024);
}

export function readBool(raw: Json): boolean | undefined {
  const word = readScalarAsText(raw)?.trim().toLowerCase();
  if (word === "true" || word === "1") return true;
  return word === "false" || word === "0" ? false : undefined;
}

export function readTime(raw: Json): string | undefined {
  return readTimeBefore(raw, LATEST_YEAR);
}

/** For ever, written as -1, is read as the last of the times that say it. */
export function readExpiry(raw: Json): string | undefined {
  if (readScalarAsText(raw)?.trim() === "-1") return formatTime(Date.UTC(END_OF_YEARS, 0, 1) - 1000);
  return readTimeBefore(raw, END_OF_YEARS);
}

/** Outside the years a number is in another unit, or is not a time at all. */
export function readEpochAsTime(raw: Json, unitMs: number): string | undefined {
  const at = (typeof raw === "number" ? raw : decimal(raw)) * unitMs;
  return at >= Date.UTC(EARLIEST_YEAR, 0, 1) && at < FOR_EVER_FROM ? formatTime(at) : undefined;
}

export function readPathUnlessLink(raw: Json): string | undefined {
  return typeof raw === "string" && !/\?|%3F/i.test(raw) ? raw : undefined;
}

export function readBracketList(raw: Json): string[] | undefined {
  const inner = readScalarAsText(raw)
    ?.trim()
    .replace(/^\[(.*)\]$/s, "$1");
  const names = inner?.split(",").map((name) => name.trim().replace(/^"(.*)"$/s, "$1"));
  return names?.filter((name) => name !== "");
}

export function readLink(raw: Json): string | undefined {
  if (typeof raw !== "string") return undefined;
  return raw
    .trim()
    .replace(/^["']+|["']+$/g, "")
    .replace(/^\/\//, "https://");
}

function isScalar(raw: Json): raw is string | number | boolean {
  return typeof raw === "string" || typeof raw === "number" || typeof raw === "boolean";
}

function decimal(raw: Json): number {
  return typeof raw === "string" && /^\s*\d+\s*$/.test(raw) ? Number(raw) : Number.NaN;
}

/** A double holds it to its last digit. */
function exact(value: number): number | undefined {
  return Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/** Most times: they stay as they are written. Whether a month has more than 28 days, the calendar must say. */
const CERTAIN = /^20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;
const TOLERATED = /^(\d{4})-(\d{1,2})-(\d{1,2})T(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.\d+)?)?Z$/;

function readTimeBefore(raw: Json, endYear: number): string | undefined {
  if (typeof raw !== "string") return undefined;
  if (CERTAIN.test(raw)) return raw;
  const parts = TOLERATED.exec(raw.replace(/\s/g, ""));
  if (parts === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0));
  if (year < EARLIEST_YEAR || year >= endYear || hour > 23 || minute > 59 || second > 59) return undefined;
  if (!isCalendarDay(year, month, day)) return undefined;
  return formatTime(Date.UTC(year, month - 1, day, hour, minute, second));
}
