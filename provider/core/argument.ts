/**
 * What a Pulumi program may pass, checked before anything is sent. The texts here are what a user reads:
 * each says what was expected. `validate` adds the property's name and the nearest right word.
 */
import parseDuration from "parse-duration";
import { z } from "zod";
import type { Failure } from "./errors/InputError.ts";

/** A point in time, or one counted back from now; resolved once per lookup, so that all its parts agree. */
export type Moment = { readonly at: number } | { readonly ago: number };

const DURATION = /^(\d+(w|d|h|m|s))+$/;
const MAX_DURATION = 10 * 366 * 86_400_000;

export const identifier = z
  .string()
  .max(128, { error: "at most 128 characters" })
  .regex(/^[\w][\w.*:-]*$/, { error: "expected an ID such as rm-uf6wjk5example (letters, digits, - _ . : *)" });

export const name = z
  .string()
  .min(1, { error: "must not be empty" })
  .max(1000, { error: "at most 1000 characters" })
  .refine((value) => value.isWellFormed() && !/\p{Cc}/u.test(value), { error: "must not hold control characters" });

export const bool = z.boolean();

export const bytes = z.int().min(0, { error: "expected a number of bytes, 0 or more" });

export function count(min: number, max: number) {
  const error = `expected a whole number from ${min} to ${max}`;
  return z
    .int({ error: (issue) => (issue.input === undefined ? undefined : error) })
    .min(min, { error })
    .max(max, { error });
}

export function choice<const V extends readonly [string, ...string[]]>(values: V) {
  return z.enum(values);
}

/** `"26h"`, `"90m"`, `"7d"`, `"1h30m"`, in milliseconds. */
export const duration = z.codec(z.string(), z.number(), {
  decode: (text, context) => {
    const ms = DURATION.test(text) ? parseDuration(text) : null;
    if (ms === null || ms > MAX_DURATION) {
      const error = 'expected a duration such as "26h", "90m", "7d" or "1h30m", at most ten years';
      context.issues.push({ code: "custom", input: text, message: error });
      return z.NEVER;
    }
    return ms;
  },
  encode: (ms) => `${ms / 1000}s`,
});

export const positiveDuration = duration.refine((ms) => ms > 0, { error: "must be longer than zero" });

/** RFC 3339 with any offset, or relative to now such as `"-7d"`. */
export const moment = z.codec(z.string(), z.custom<Moment>(), {
  decode: (text, context): Moment => {
    const relative = text.startsWith("-") ? duration.safeParse(text.slice(1)) : undefined;
    if (relative?.success) return { ago: relative.data };
    const whole = [z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 })];
    if (whole.some((form) => form.safeParse(text).success)) return { at: Date.parse(text) };
    const error = 'expected a time with its zone such as "2026-08-01T00:00:00Z" or "2026-08-01T08:00+08:00", or "-7d"';
    context.issues.push({ code: "custom", input: text, message: error });
    return z.NEVER;
  },
  encode: (value) => ("at" in value ? new Date(value.at).toISOString() : `-${value.ago / 1000}s`),
});

/** Marks a failure whose text is complete: `validate` must not add the value. */
export const COMPLETE = { complete: true };

/** An object with a rule about several of its members, such as two that exclude each other. */
export function withRule<S extends z.ZodObject>(object: S, failuresOf: (values: z.output<S>) => readonly Failure[]): S {
  return object.superRefine((values, context) => {
    for (const { property, reason } of failuresOf(values)) {
      context.addIssue({ code: "custom", path: [property], message: reason, params: COMPLETE });
    }
  });
}
