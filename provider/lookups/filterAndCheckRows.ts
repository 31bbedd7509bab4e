import { ReplyError } from "../core/errors/ReplyError.ts";
import type { Operation } from "../core/operation.ts";
import type { FieldFilter } from "../core/parameter.ts";
import type { Row } from "../core/row.ts";
import type { Target } from "./target.ts";

/**
 * Every filter that was sent, applied again: nothing relies on the service having done so. A row of another instance
 * and a row that a filter cannot be applied to are errors, as neither can be kept or dropped truthfully.
 */
export function filterAndCheckRows(
  operation: Operation,
  rows: readonly Row[],
  { values }: Target,
  region: string,
): Row[] {
  for (const [name, { mustMatch }] of Object.entries(operation.parameters)) {
    const value = values[name];
    if (mustMatch !== undefined && value !== undefined) refuseStrangers(operation, rows, mustMatch, value);
  }
  const regionField = fieldOfRegion(operation);
  if (regionField !== undefined) refuseStrangers(operation, rows, regionField, region);
  const filters = Object.entries(operation.parameters).flatMap(([name, { filters: filter }]) => {
    const value = values[name];
    return filter === undefined || value === undefined ? [] : [{ filter, value }];
  });
  if (filters.length === 0) return [...rows];
  return rows.filter((row) => {
    const answers = filters.map(({ filter, value }) => accepts(row, filter, value));
    // What one filter keeps out need not be looked at by another.
    if (answers.includes(false)) return false;
    const unclear = filters[answers.indexOf(undefined)];
    if (unclear === undefined) return true;
    throw new ReplyError(
      `${operation.api.action} sent row ${row.id} without a readable ${unclear.filter.field}, which was filtered by.`,
    );
  });
}

/** A row that does not say whose it is counts as ours, but not one that says it unreadably. */
function refuseStrangers({ api }: Operation, rows: readonly Row[], field: string, value: string): void {
  const stranger = rows.find((row) => row.unreadable.has(field) || (row.value(field) ?? value) !== value);
  if (stranger === undefined) return;
  const whose = stranger.value(field) ?? `a ${field} that cannot be read`;
  throw new ReplyError(`${api.action} sent row ${stranger.id}, which is not of ${value} but of ${whose}.`);
}

/** The field in which a row names its region, where the product's requests name it too. */
function fieldOfRegion({ api: { regionWireName }, fields }: Operation): string | undefined {
  return regionWireName && Object.entries(fields).find(([, { wire }]) => wire === regionWireName)?.[0];
}

/** A reply that names another instance is not the answer to our question. */
export function checkEchoes(operation: Operation, echoed: Readonly<Record<string, string>>, { values }: Target): void {
  for (const [name, echo] of Object.entries(echoed)) {
    if (values[name] === undefined || values[name] === echo) continue;
    throw new ReplyError(`${operation.api.action} answered for ${name} ${echo}, not for ${values[name]}.`);
  }
}

/** Undefined where the row does not say it readably. */
function accepts(row: Row, filter: FieldFilter, value: string): boolean | undefined {
  const own = row.value(filter.field);
  return own === undefined ? undefined : filter.accepts(String(own), value);
}
