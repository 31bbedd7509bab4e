import type { z } from "zod";
import { ReplyError } from "./errors/ReplyError.ts";
import type { Field } from "./field.ts";
import { isId } from "./field.ts";
import type { Json, JsonObject } from "./json.ts";
import { isBlank } from "./json.ts";

/** An ID is never cut, and none that is documented is longer. */
const MAX_ID = 256;
/** A longer text is not what the field is for, and counts as one that cannot be read. */
const MAX_FIELD = 64 * 1024;

/** The values of a row by their names in Pulumi. */
export type RecordValues = Readonly<Record<string, Json | undefined>>;

/** The fields of a row, and the type of what they hold. */
export type FieldsOf<Values extends RecordValues> = z.ZodObject<Readonly<Record<string, Field>>> & z.ZodType<Values>;

/** A row as its fields read it. */
export interface DecodedRow<Values extends RecordValues> {
  readonly values: Values;
  /** The same as JSON, without the secret fields, and those alone. */
  readonly record: JsonObject;
  readonly links: JsonObject;
  /** Fields that were sent but could not be read: absent here, and counted against the row. */
  readonly unreadable: ReadonlySet<string>;
}

/**
 * All fields at once; those that cannot be read are left out, so that they spoil no other.
 *
 * @throws ReplyError for an ID that is longer than any.
 */
export function decodeRow<Values extends RecordValues>(
  fields: FieldsOf<Values>,
  raw: JsonObject,
  { action, identity, noneTexts }: { action: string; identity: string; noneTexts: readonly Json[] },
): DecodedRow<Values> {
  const wireValues: Record<string, Json> = {};
  const unreadable = new Set<string>();
  for (const [name, { wire }] of Object.entries(fields.shape)) {
    const value = Object.hasOwn(raw, wire) ? raw[wire] : undefined;
    if (isBlank(value) || noneTexts.includes(value)) continue;
    if (isLongerThan(value, MAX_FIELD)) unreadable.add(name);
    else wireValues[name] = value;
  }
  const values = parseReadable(fields, wireValues, unreadable);
  const record: Record<string, Json> = {};
  const links: Record<string, Json> = {};
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    if (isId(identity, name) && isLongerThan(value, MAX_ID)) {
      throw new ReplyError(`${action} sent a row whose ${name} is longer than ${MAX_ID} characters.`);
    }
    (fields.shape[name]?.secret ? links : record)[name] = value;
  }
  return { values, record, links, unreadable };
}

/** Takes out what cannot be read, and notes it, until the rest can be read. */
function parseReadable<Values>(
  fields: z.ZodType<Values>,
  wireValues: Readonly<Record<string, Json>>,
  unreadable: Set<string>,
): Values {
  const parsed = fields.safeParse(wireValues);
  if (parsed.success) return parsed.data;
  const names = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
  for (const name of names) unreadable.add(name);
  const rest = Object.entries(wireValues).filter(([name]) => !names.has(name));
  // Every issue names a field, so that there are fewer each time.
  return parseReadable(fields, Object.fromEntries(rest), unreadable);
}

function isLongerThan(value: Json, length: number): boolean {
  if (typeof value === "string") return value.length > length;
  return typeof value === "object" && value !== null && Object.values(value).some((each) => isLongerThan(each, length));
}
