import { ReplyError } from "../core/errors/ReplyError.ts";
import type { Json, JsonObject } from "../core/json.ts";
import type { Operation } from "../core/operation.ts";
import type { Row } from "../core/row.ts";

/**
 * Every filter that was sent, applied again: nothing relies on the service having done so. A row of another instance
 * and a row that a filter cannot be applied to are errors, as neither can be kept or dropped truthfully.
 */
export function applyFilters(operation: Operation, rows: readonly Row[], given: JsonObject): Row[] {
  for (const [name, { mustMatch }] of Object.entries(operation.parameters)) {
    if (mustMatch === undefined || given[name] === undefined) continue;
    const stranger = rows.find(
      ({ record, unreadable }) =>
        unreadable.has(mustMatch) || (record[mustMatch] !== undefined && record[mustMatch] !== given[name]),
    );
    if (stranger) {
      const whose = stranger.record[mustMatch] ?? "an instance that cannot be read";
      throw new ReplyError(
        `${operation.api.action} sent row ${stranger.id}, which is not of ${given[name]} but of ${whose}.`,
      );
    }
  }
  const filters = Object.entries(operation.parameters).flatMap(([name, { filters: field, spelling }]) =>
    field && typeof given[name] === "string" ? [{ field, wanted: given[name], spelling }] : [],
  );
  return rows.filter((row) => filters.every((filter) => matches(operation, row, filter)));
}

/** A reply that names another instance is not the answer to our question. */
export function checkEchoes(operation: Operation, echoed: Readonly<Record<string, string>>, given: JsonObject): void {
  for (const [name, found] of Object.entries(echoed)) {
    if (given[name] === undefined || given[name] === found) continue;
    throw new ReplyError(`${operation.api.action} answered for ${name} ${found}, not for ${given[name]}.`);
  }
}

interface Filter {
  readonly field: string;
  readonly wanted: string;
  readonly spelling: ((value: string) => string) | undefined;
}

function matches(operation: Operation, row: Row, { field, wanted, spelling = (value) => value }: Filter): boolean {
  const found: Json | undefined = row.record[field];
  if (found === undefined) {
    throw new ReplyError(
      `${operation.api.action} sent row ${row.id} without a readable ${field}, which was filtered by.`,
    );
  }
  return spelling(String(found).trim().toLowerCase()) === spelling(wanted.toLowerCase());
}
