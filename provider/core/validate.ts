import type { z } from "zod";
import type { Failure } from "./errors/InputError.ts";
import { InputError } from "./errors/InputError.ts";
import type { JsonObject } from "./json.ts";
import { nearestWord } from "./nearestWord.ts";
import type { MembersOf, ObjectInputType } from "./objectInputType.ts";
import { redactToShortLine } from "./redactToShortLine.ts";

const MAX_VALUE = 60;

/**
 * Checks everything at once and before anything is sent.
 *
 * @throws InputError with one failure for each wrong, missing or unknown property.
 */
export function validate<Values>(inputType: ObjectInputType<Values>, args: JsonObject): MembersOf<Values> {
  // The engine sends null for an argument that was not set.
  const present = Object.fromEntries(Object.entries(args).filter(([, value]) => value !== null));
  const names = Object.keys(inputType.shape);
  const unknown = Object.keys(present).filter((name) => !names.includes(name));
  const values = unknown.length === 0 ? inputType.read(present) : undefined;
  if (values !== undefined) return values;
  const failures = [...unknown.map((name) => unknownProperty(name, names)), ...wrongProperties(inputType, present)];
  // What is refused without a reason must not go on either.
  if (failures.length === 0) throw new Error(`The arguments ${Object.keys(present).join(", ")} could not be read.`);
  throw new InputError(
    failures.map((failure) =>
      isSecret(inputType, failure.property) ? failureWithoutValue(failure, present[failure.property]) : failure,
    ),
  );
}

/**
 * The arguments of this type among others, which are not looked at. Arguments out of the state may have been written
 * by another version of this package: whatever cannot be read is an InputError, never a ZodError.
 *
 * @throws InputError with one failure for each wrong or missing argument.
 */
export function readArgumentsAmongOthers<Values>(
  inputType: ObjectInputType<Values>,
  args: JsonObject,
): MembersOf<Values> {
  const own = Object.entries(args).filter(([key]) => Object.hasOwn(inputType.shape, key));
  return validate(inputType, Object.fromEntries(own));
}

/** The same failure without the value itself: for a secret. */
export function failureWithoutValue({ property, reason }: Failure, value: unknown): Failure {
  const [expectation = "", ...repeated] = reason.split(", got ");
  // A reason in another form may name the value itself.
  const repeatsValue = typeof value === "string" && value !== "" && expectation.includes(value);
  if (!repeatsValue && repeated.length === 0) return { property, reason };
  return {
    property,
    reason: `${repeatsValue ? "the value is wrong" : expectation}; what was given is secret and not repeated`,
  };
}

function isSecret(inputType: ObjectInputType, property: string): boolean {
  const name = property.split(".")[0] ?? "";
  return Object.hasOwn(inputType.shape, name) && inputType.shape[name]?.isSecret === true;
}

function unknownProperty(property: string, argumentNames: readonly string[]): Failure {
  const nearest = nearestWord(property, argumentNames);
  const remedy = nearest === undefined ? `known are ${argumentNames.join(", ")}` : `did you mean ${nearest}?`;
  return { property, reason: `there is no argument ${redactToShortLine(property, MAX_VALUE)}: ${remedy}` };
}

/** Only now zod is needed: it tells of each member what is wrong with it. */
function wrongProperties(inputType: ObjectInputType, present: JsonObject): readonly Failure[] {
  const { issues = [] } = inputType.schema.safeParse(present).error ?? {};
  return issues.length === 0 ? inputType.ruleFailuresOf(present) : issues.map((issue) => describe(issue, present));
}

function describe(issue: z.core.$ZodIssue, args: JsonObject): Failure {
  const value = issue.path.reduce<unknown>((inner, key) => member(inner, key), args);
  return { property: issue.path.join("."), reason: reasonOf(issue, value) };
}

function reasonOf(issue: z.core.$ZodIssue, value: unknown): string {
  if (value === undefined) return "is required";
  if (issue.code === "invalid_value") {
    const words = issue.values.map(String);
    const nearest = typeof value === "string" ? nearestWord(value, words) : undefined;
    const hint = nearest === undefined ? "" : `; did you mean ${nearest}?`;
    return `expected one of ${words.join(", ")}, got ${describeValue(value)}${hint}`;
  }
  if (issue.code === "invalid_type") return `expected ${article(issue.expected)}, got ${describeValue(value)}`;
  if (issue.code === "unrecognized_keys")
    return `has no member ${issue.keys.map((key) => redactToShortLine(key, MAX_VALUE)).join(", ")}`;
  return `${issue.message}, got ${describeValue(value)}`;
}

function member(value: unknown, key: PropertyKey): unknown {
  return typeof value === "object" && value !== null ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined;
}

/** Short and on one line; the content of a structured value is not repeated. */
function describeValue(value: unknown): string {
  if (value === "") return "empty text";
  if (typeof value === "string") return redactToShortLine(JSON.stringify(value), MAX_VALUE);
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `${typeof value} ${String(value)}`;
}

function article(type: string): string {
  if (type === "string") return "text";
  if (type === "int") return "a whole number";
  return `${/^[aeiou]/.test(type) ? "an" : "a"} ${type}`;
}
