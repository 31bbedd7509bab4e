import { ReplyError } from "../core/errors/ReplyError.ts";
import type { Json } from "../core/json.ts";
import type { Operation } from "../core/operation.ts";
import type { Row } from "../core/row.ts";
import type { Target } from "./target.ts";

/**
 * Every filter that was sent, applied again: nothing relies on the service having done so. A row of another instance
 * and a row that a filter cannot be applied to are errors, as neither can be kept or dropped truthfully.
 */
export function applyFilters(operation: Operation, rows: readonly Row[], { values }: Target): Row[] {
  for (const [name, { mustMatch }] of Object.entries(operation.parameters)) {
    if (mustMatch === undefined || values[name] === undefined) continue;
    const stranger = rows.find(
      ({ record, unreadable }) =>
        unreadable.has(mustMatch) || (record[mustMatch] !== undefined && record[mustMatch] !== values[name]),
    );
    if (stranger) {
      const whose = stranger.record[mustMatch] ?? "an instance that cannot be read";
      throw new ReplyError(
        `${operation.api.action} sent row ${stranger.id}, which is not of ${values[name]} but of ${whose}.`,
      );
    }
  }
  const filters = Object.entries(operation.parameters).flatMap(([name, { filters: field, spelling }]) => {
    const value = values[name];
    return field === undefined || value === undefined ? [] : [{ field, value, spelling }];
  });
  return rows.filter((row) => {
    const tests = filters.map((filter) => matches(row, filter));
    // What one filter keeps out need not be looked at by another.
    if (tests.includes(false)) return false;
    const unclear = filters[tests.indexOf(undefined)];
    if (unclear === undefined) return true;
    throw new ReplyError(
      `${operation.api.action} sent row ${row.id} without a readable ${unclear.field}, which was filtered by.`,
    );
  });
}

/** A reply that names another instance is not the answer to our question. */
export function checkEchoes(operation: Operation, echoed: Readonly<Record<string, string>>, { values }: Target): void {
  for (const [name, echo] of Object.entries(echoed)) {
    if (values[name] === undefined || values[name] === echo) continue;
    throw new ReplyError(`${operation.api.action} answered for ${name} ${echo}, not for ${values[name]}.`);
  }
}

interface Filter {
  readonly field: string;
  readonly value: string;
  readonly spelling: ((value: string) => string) | undefined;
}

/** Undefined where the row does not say it readably. */
function matches(row: Row, { field, value, spelling = (word) => word }: Filter): boolean | undefined {
  const own: Json | undefined = row.record[field];
  if (own === undefined) return undefined;
  return spelling(String(own).trim().toLowerCase()) === spelling(value.toLowerCase());
}
