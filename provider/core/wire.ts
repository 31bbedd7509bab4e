/**
 * Codecs for the forms in which Alibaba Cloud writes values. They are zod codecs, never bare transforms,
 * so that the decoded side can become JSON Schema. A value that does not fit fails; it is never guessed.
 */
import { z } from "zod";
import { formatTime } from "./time.ts";

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const rfc3339 = z.string().meta({ format: "date-time" });
const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);
const END_OF_YEARS = Date.UTC(10_000, 0, 1);

/** Text, also where the service sends a number: IDs, versions, check sums. */
export const text = z.codec(scalar, z.string(), { decode: (raw) => String(raw), encode: (value) => value });

/** A whole number that a double holds exactly, sent as a number or as decimal text. */
export const integer = z.codec(scalar, z.int().nonnegative(), {
  decode: (raw) => (typeof raw === "number" ? raw : decimal(String(raw))),
  encode: (value) => value,
});

/** Megabytes, `"2"` or `"2MB"`, read as bytes. */
export const megabytes = z.codec(scalar, z.int().nonnegative(), {
  decode: (raw) => decimal(String(raw).replace(/\s*MB?$/i, "")) * 1024 * 1024,
  encode: (value) => String(value / (1024 * 1024)),
});

/** `true`, `"True"`, `"true"`, `"1"`, `1` and their opposites. */
export const bool = z.codec(scalar, z.boolean(), {
  decode: (raw, context) => {
    const word = String(raw).trim().toLowerCase();
    if (word === "true" || word === "1") return true;
    if (word === "false" || word === "0") return false;
    context.issues.push({ code: "custom", input: raw, message: "neither true nor false" });
    return z.NEVER;
  },
  encode: (value) => value,
});

/** `2026-08-01T02:03:04Z`; also minutes only, stray spaces and one-digit parts, as the documents' samples have. */
export const time = z.codec(scalar, rfc3339, {
  decode: (raw, context) => readTime(raw, LATEST) ?? unreadableTime(raw, context),
  encode: (value) => value,
});

/** What is said to be kept until then or longer is kept for ever. */
export const FOR_EVER = LATEST;

/**
 * A time up to which something is kept. For ever is written as a time that is centuries ahead, or as -1, which is read
 * as the last of those times: without any, a program could not tell it from an expiry that the service does not say.
 */
export const expiry = z.codec(scalar, rfc3339, {
  decode: (raw, context) => {
    if (String(raw).trim() === "-1") return formatTime(END_OF_YEARS - 1000);
    return readTime(raw, END_OF_YEARS) ?? unreadableTime(raw, context);
  },
  encode: (value) => value,
});

/** Milliseconds since 1970, as a number or as decimal text. */
export const epochMillis = epoch(1);

/** Seconds since 1970, as a number or as decimal text. */
export const epochSeconds = epoch(1000);

/** Free text of the service or of a person. It may quote a link or a key, as any text may: see `outputRecord`. */
export const message = z.codec(scalar, z.string(), { decode: (raw) => String(raw), encode: (value) => value });

/** A path in OSS. What may have a query is taken for a pre-signed link, in whatever form, and is not read at all. */
export const path = z.codec(z.string(), z.string(), {
  decode: (raw, context) => {
    if (!/\?|%3F/i.test(raw)) return raw;
    context.issues.push({ code: "custom", input: raw, message: "a link, not a path" });
    return z.NEVER;
  },
  encode: (value) => value,
});

/** `[a,b]`, which is not JSON; also real JSON, and a bare name. */
export const bracketList = z.codec(scalar, z.array(z.string()), {
  decode: (raw) => {
    const inner = String(raw)
      .trim()
      .replace(/^\[(.*)\]$/s, "$1");
    const names = inner.split(",").map((name) => name.trim().replace(/^"(.*)"$/s, "$1"));
    return names.filter((name) => name !== "");
  },
  encode: (names) => `[${names.join(",")}]`,
});

/** A pre-signed link: sometimes without a scheme, sometimes inside literal quote characters. */
export const link = z.codec(z.string(), z.string(), {
  decode: (raw) =>
    raw
      .trim()
      .replace(/^["']+|["']+$/g, "")
      .replace(/^\/\//, "https://"),
  encode: (value) => value,
});

function epoch(unit: number) {
  return z.codec(scalar, rfc3339, {
    decode: (raw, context) => {
      const at = (typeof raw === "number" ? raw : decimal(String(raw))) * unit;
      return inRange(at) ? formatTime(at) : unreadableTime(raw, context);
    },
    encode: (value) => Date.parse(value) / unit,
  });
}

function decimal(raw: string): number {
  return /^\s*\d+\s*$/.test(raw) ? Number(raw) : Number.NaN;
}

function readTime(raw: unknown, before: number): string | undefined {
  const parts = /^(\d{4})-(\d{1,2})-(\d{1,2})T(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.\d+)?)?Z$/.exec(
    String(raw).replace(/\s/g, ""),
  );
  const [year, month, day, hour, minute, second] = (parts ?? []).slice(1).map((part) => Number(part ?? 0));
  const at = Date.UTC(year ?? Number.NaN, (month ?? 0) - 1, day, hour, minute, second);
  // Date.UTC rolls 30 February over into March and month 13 into January; a date that does not read back is not one.
  const date = new Date(at);
  const real =
    date.getUTCMonth() + 1 === month &&
    date.getUTCDate() === day &&
    (hour ?? 24) < 24 &&
    (minute ?? 60) < 60 &&
    (second ?? 60) < 60;
  return at >= EARLIEST && at < before && real ? formatTime(at) : undefined;
}

/** Outside these years a number is in another unit, or is not a time at all. */
function inRange(at: number): boolean {
  return at >= EARLIEST && at < LATEST;
}

function unreadableTime(raw: unknown, context: z.core.ParsePayload) {
  context.issues.push({ code: "custom", input: raw, message: "not a time" });
  return z.NEVER;
}
