import type { Json } from "./json.ts";
import type { Operation } from "./operation.ts";
import type { Row } from "./row.ts";
import { showWhole } from "./show.ts";

/**
 * A row as a program sees it and a state keeps it, in its region where that is told. Any text of the service may quote a
 * key or a link; nothing is cut, as a list of names would look whole; and IDs are as they are.
 */
export function outputRecord(
  { texts }: Pick<Operation, "texts">,
  row: Pick<Row, "newRecord">,
  region?: string,
): Record<string, Json> {
  const record = row.newRecord();
  for (const name of texts) {
    const value = record[name];
    if (value === undefined) continue;
    const shown = showTexts(value);
    if (shown !== value) record[name] = shown;
  }
  if (region !== undefined) record.region = region;
  return record;
}

function showTexts(value: Json): Json {
  if (typeof value === "string") return showWhole(value);
  return Array.isArray(value) ? value.map(showTexts) : value;
}
