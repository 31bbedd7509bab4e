import { isAnyIdField } from "./field.ts";
import type { Json } from "./json.ts";
import type { Operation } from "./operation.ts";
import { redactToLine } from "./redactToShortLine.ts";
import type { Row } from "./row.ts";

type Fields = Operation["fields"];

/** By the fields of an operation, as there are a hundred thousand records of the same. */
const namesByFields = new WeakMap<Fields, readonly string[]>();

/**
 * A row as a program sees it and a state keeps it, in its region where that is told. Any text of the service may quote a
 * key or a link; nothing is cut, as a list of names would look whole; and IDs are as they are.
 */
export function redactedOutputRecord(
  { fields, identity }: Pick<Operation, "fields" | "identity">,
  row: Pick<Row, "newRecord">,
  region?: string,
): Record<string, Json> {
  const record = row.newRecord();
  for (const name of redactedNames(fields, identity.field)) {
    const value = record[name];
    if (value === undefined) continue;
    const shown = showTexts(value);
    if (shown !== value) record[name] = shown;
  }
  if (region !== undefined) record.region = region;
  return record;
}

function showTexts(value: Json): Json {
  if (typeof value === "string") return redactToLine(value);
  return Array.isArray(value) ? value.map(showTexts) : value;
}

/** The fields that may hold any text. An ID is not redacted: it would name nothing any more, or something else. */
function redactedNames(fields: Fields, idName: string): readonly string[] {
  const cached = namesByFields.get(fields);
  if (cached !== undefined) return cached;
  const texts = Object.entries(fields).filter(([, { mayHoldAnyText, secret }]) => mayHoldAnyText && !secret);
  const names = texts.map(([name]) => name).filter((name) => !isAnyIdField(idName, name));
  namesByFields.set(fields, names);
  return names;
}
