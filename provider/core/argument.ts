/**
 * What a Pulumi program may pass, checked before anything is sent. The texts here are what a user reads:
 * each says what was expected. `validate` adds the property's name and the nearest right word.
 */
import type { z } from "zod";
import { InputType } from "./inputType.ts";
import { loadZod } from "./loadZod.ts";
import { readDuration, readMoment } from "./moment.ts";

/** What a value must be like, and what is said when it is not. */
interface Rule<Value> {
  readonly accepts: (value: Value) => boolean;
  readonly error: string;
}

export function text(...rules: readonly Rule<string>[]): InputType<string> {
  return new InputType({
    read: (value) => (typeof value === "string" && follows(value, rules) ? value : undefined),
    makeSchema: () => withRules(loadZod().string(), rules),
    isText: true,
  });
}

/** Text of which the blanks around it do not count. */
export function trimmedText(...rules: readonly Rule<string>[]): InputType<string> {
  const { read } = text(...rules);
  return new InputType({
    read: (value) => read(typeof value === "string" ? value.trim() : value),
    makeSchema: () => withRules(loadZod().string().trim(), rules),
    isText: true,
  });
}

export function pattern(form: RegExp, error: string): Rule<string> {
  return { accepts: (value) => form.test(value), error };
}

export function atMost(length: number): Rule<string> {
  return { accepts: (value) => value.length <= length, error: `at most ${length} characters` };
}

export const notEmpty: Rule<string> = { accepts: (value) => value !== "", error: "must not be empty" };

export const identifier = text(
  atMost(128),
  pattern(/^[\w][\w.*:-]*$/, "expected an ID such as rm-uf6wjk5example (letters, digits, - _ . : *)"),
);

export const singleLineText = text(notEmpty, atMost(1000), {
  accepts: (value) => value.isWellFormed() && !/\p{Cc}/u.test(value),
  error: "must not hold control characters",
});

export const bool = new InputType({
  read: (value) => (typeof value === "boolean" ? value : undefined),
  makeSchema: () => loadZod().boolean(),
});

export const byteCount = integer([{ accepts: (value) => value >= 0, error: "expected a number of bytes, 0 or more" }]);

export function count(min: number, max: number): InputType<number> {
  const error = `expected a whole number from ${min} to ${max}`;
  return integer([{ accepts: (value) => value >= min && value <= max, error }], error);
}

export function numberChoice(numbers: readonly number[]): InputType<number> {
  return integer([{ accepts: (value) => numbers.includes(value), error: `expected one of ${numbers.join(", ")}` }]);
}

export function choice<const Word extends string>(words: readonly [Word, ...Word[]]): InputType<Word> {
  return new InputType({
    read: (value) => words.find((word) => word === value),
    makeSchema: () => loadZod().enum(words),
  });
}

export function nonEmptyListOf<Item>(item: InputType<Item>): InputType<readonly Item[]> {
  return new InputType({
    read: (value) => {
      if (!Array.isArray(value) || value.length === 0) return undefined;
      const items = value.map((each) => item.read(each)).filter((each) => each !== undefined);
      return items.length === value.length ? items : undefined;
    },
    makeSchema: () => loadZod().array(item.schema).min(1, { error: "must name at least one" }),
  });
}

const DURATION = 'expected a duration such as "26h", "90m", "7d" or "1h30m", at most ten years';
const MOMENT = 'expected a time with its zone such as "2026-08-01T00:00:00Z" or "2026-08-01T08:00+08:00", or "-7d"';

/** `"26h"`, `"90m"`, `"7d"`, `"1h30m"`, in milliseconds. */
export const duration = converted(readDuration, DURATION);

export const positiveDuration = converted(readDuration, DURATION, {
  accepts: (ms) => ms > 0,
  error: "must be longer than zero",
});

/** RFC 3339 with any offset, or relative to now such as `"-7d"`. */
export const moment = converted(readMoment, MOMENT);

/** Text that means something else. */
function converted<Value>(
  convert: (text: string) => Value | undefined,
  error: string,
  ...rules: readonly Rule<Value>[]
): InputType<Value> {
  const ofText = rules.map(({ accepts, error }) => {
    const acceptsMeaning = (value: Value | undefined) => value === undefined || accepts(value);
    return { accepts: (value: string) => acceptsMeaning(convert(value)), error };
  });
  return new InputType({
    read: (value) => {
      const meaning = typeof value === "string" ? convert(value) : undefined;
      return meaning !== undefined && follows(meaning, rules) ? meaning : undefined;
    },
    makeSchema: () =>
      withRules(loadZod().string(), [{ accepts: (value) => convert(value) !== undefined, error }, ...ofText]),
  });
}

/** @param typeError what is said of anything but a whole number; default: what it is, and what was expected */
function integer(rules: readonly Rule<number>[], typeError?: string): InputType<number> {
  return new InputType({
    read: (value) =>
      typeof value === "number" && Number.isSafeInteger(value) && follows(value, rules) ? value : undefined,
    makeSchema: () => {
      const error = (issue: { readonly input?: unknown }) => (issue.input === undefined ? undefined : typeError);
      return withRules(loadZod().int({ error }), rules);
    },
  });
}

function follows<Value>(value: Value, rules: readonly Rule<Value>[]): boolean {
  return rules.every(({ accepts }) => accepts(value));
}

function withRules<Value>(schema: z.ZodType<Value>, rules: readonly Rule<Value>[]): z.ZodType<Value> {
  return rules.reduce((ruled, { accepts, error }) => ruled.refine(accepts, { error }), schema);
}
