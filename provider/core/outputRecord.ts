import { isId } from "./field.ts";
import type { Json, JsonObject } from "./json.ts";
import type { Operation } from "./operation.ts";
import type { Row } from "./row.ts";
import { showWhole } from "./show.ts";

/**
 * A row as a program sees it and a state keeps it, in its region where that is told. Any text of the service may quote a
 * key or a link; nothing is cut, as a list of names would look whole; and IDs are as they are.
 */
export function outputRecord(
  { identity }: Pick<Operation, "identity">,
  { record }: Pick<Row, "record">,
  region?: string,
): JsonObject {
  // The copy has a place for every text already, and most texts stay as they are.
  const shown: Record<string, Json> = { ...record };
  for (const name of Object.keys(record)) {
    const value = record[name] ?? null;
    const text = showTexts(value);
    if (text !== value && !isId(identity.field, name)) shown[name] = text;
  }
  if (region !== undefined) shown.region = region;
  return shown;
}

function showTexts(value: Json): Json {
  if (typeof value === "string") return showWhole(value);
  return Array.isArray(value) ? value.map(showTexts) : value;
}
