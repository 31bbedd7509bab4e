import type { Operation } from "../../provider/core/operation.ts";
import type { Parameter } from "../../provider/core/parameter.ts";
import type { StoredRecord } from "../records/RecordStore.ts";
import type { Dialect } from "./dialects/dialect.ts";

/** Whether a record is one that the request's filters ask for. Subject, time range and paging are not its business. */
export function matcher(
  operation: Operation,
  { dataSource }: Dialect,
  given: ReadonlyMap<string, string>,
): (record: StoredRecord) => boolean {
  const others = [operation.question.subject[0], operation.times.window?.start, operation.times.window?.end];
  const filters = Object.entries(operation.parameters).flatMap(([name, parameter]) => {
    const wanted = given.get(parameter.wire);
    return wanted === undefined || others.includes(name) || parameter.wire === dataSource
      ? []
      : [{ parameter, wanted, field: fieldOf(operation, parameter) }];
  });
  return (record) =>
    filters.every(({ parameter, wanted, field }) => {
      // What a record cannot be asked about does not fit: a filter never lets through what it did not look at.
      const found = record.of?.[parameter.wire] ?? record.row[field];
      return found !== undefined && spelt(parameter, String(found)) === spelt(parameter, wanted);
    });
}

/** A state that the service spells in several ways is found by any of them. */
function spelt({ spelling }: Parameter, value: string): string {
  return spelling === undefined ? value : spelling(value.toLowerCase());
}

/** The wire field that a parameter selects by: the declared one, else the one of the same name. */
function fieldOf({ fields }: Operation, { wire, filters, mustMatch }: Parameter): string {
  const schema = fields.shape[filters ?? mustMatch ?? ""];
  return schema?.wire ?? wire;
}
