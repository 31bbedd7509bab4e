import type { Json, JsonObject } from "../core/json.ts";
import type { Operation } from "../core/operation.ts";
import { redactToShortLine } from "../core/redactToShortLine.ts";

const MAX_CELL = 60;

/** The properties of a record that a table shows: those that a report shows. */
export function recordColumns({ identity, times, fields, report }: Operation): readonly string[] {
  // Where the time that rows are ordered by has no name of its own, it is that of the creation.
  const time = times.orderTime?.name ?? Object.keys(fields).find((name) => /createTime$/i.test(name));
  return [identity.field, ...(time === undefined ? [] : [time]), ...report.columns];
}

/** A value of a record, as a person sees it in a table. */
export function cellText(record: JsonObject, name: string): string {
  const { [name]: value = null } = record;
  return value === null ? "-" : redactToShortLine(plainText(value), MAX_CELL);
}

/** A value without quotes where it is a text. */
export function plainText(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
