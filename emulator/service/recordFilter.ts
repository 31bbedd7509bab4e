import type { Operation } from "../../provider/core/operation.ts";
import type { Parameter } from "../../provider/core/parameter.ts";
import type { StoredRecord } from "../records/RecordStore.ts";
import type { ApiVersionDialect } from "./dialects/ApiVersionDialect.ts";

/** Tests a record against the request's filters. Subject, time range and paging are handled elsewhere. */
export function recordFilter(
  operation: Operation,
  { dataSource }: ApiVersionDialect,
  sent: ReadonlyMap<string, string>,
): (record: StoredRecord) => boolean {
  const others = [operation.question.subject[0], operation.times.window?.start, operation.times.window?.end];
  const filters = Object.entries(operation.parameters).flatMap(([name, parameter]) => {
    const value = sent.get(parameter.wire);
    return value === undefined || others.includes(name) || parameter.wire === dataSource
      ? []
      : [{ parameter, value, field: fieldOf(operation, parameter) }];
  });
  return (record) =>
    filters.every(({ parameter, value, field }) => {
      // A record without the field does not match: a filter must not pass a record that it could not compare.
      const recordValue = record.of?.[parameter.wire] ?? record.row[field];
      return recordValue !== undefined && accepts(parameter, String(recordValue), value);
    });
}

/** A filter with a meaning of its own compares as it does in the definition; for all others the text must be the same. */
function accepts({ filters }: Parameter, text: string, value: string): boolean {
  return filters?.accepts(text, value) ?? text === value;
}

/** The wire field that a parameter selects by: the declared one, else the one of the same name. */
function fieldOf({ fields }: Operation, { wire, filters, mustMatch }: Parameter): string {
  return fields[filters?.field ?? mustMatch ?? ""]?.wire ?? wire;
}
