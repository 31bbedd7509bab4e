import { isId } from "./field.ts";
import type { Json, JsonObject } from "./json.ts";
import type { Operation } from "./operation.ts";
import type { Row } from "./row.ts";
import { showWhole } from "./show.ts";

/**
 * A row as a program sees it and a state keeps it. Any text of the service may quote a key or a link; nothing is cut, as
 * a list of names would look whole; and IDs are as they are.
 */
export function outputRecord({ identity }: Pick<Operation, "identity">, { record }: Pick<Row, "record">): JsonObject {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name, isId(identity.field, name) ? value : showTexts(value)]),
  );
}

function showTexts(value: Json): Json {
  if (typeof value === "string") return showWhole(value);
  return Array.isArray(value) ? value.map(showTexts) : value;
}
