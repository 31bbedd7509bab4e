import { fieldInfo } from "../../provider/core/field.ts";
import type { Operation } from "../../provider/core/operation.ts";
import type { Parameter } from "../../provider/core/parameter.ts";
import type { StoredRecord } from "../records/RecordStore.ts";

/** Whether a record is one that the request's filters ask for. Time range and paging are not its business. */
export function matcher(operation: Operation, given: ReadonlyMap<string, string>): (record: StoredRecord) => boolean {
  const [subject] = operation.subject;
  const times = [operation.window?.start, operation.window?.end];
  const filters = Object.entries(operation.parameters).flatMap(([name, parameter]) => {
    const wanted = given.get(parameter.wire);
    return wanted === undefined || times.includes(name)
      ? []
      : [{ name, parameter, wanted, field: fieldOf(operation, parameter) }];
  });
  return (record) =>
    filters.every(({ name, parameter, wanted, field }) => {
      // What a record cannot be asked about does not fit: a filter never lets through what it did not look at.
      const found = name === subject ? record.subject : (record.of?.[parameter.wire] ?? record.row[field]);
      return found !== undefined && String(found) === wanted;
    });
}

/** The wire field that a parameter selects by: the declared one, else the one of the same name. */
function fieldOf({ fields }: Operation, { wire, filters, owns }: Parameter): string {
  const schema = fields.shape[filters ?? owns ?? ""];
  return (schema && fieldInfo.get(schema)?.wire) ?? wire;
}
