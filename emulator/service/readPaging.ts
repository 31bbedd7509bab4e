import type { Operation } from "../../provider/core/operation.ts";
import type { ApiVersionDialect } from "./dialects/ApiVersionDialect.ts";
import { Refusal } from "./Refusal.ts";

/** Page number and size of a request. */
export interface PageRequest {
  readonly number: number;
  /** How many pages come before it. */
  readonly pagesBefore: number;
  readonly size: number;
}

const MAX_INTEGER = 2_147_483_647;

/** Undefined for an operation that sends everything at once. */
export function readPaging(
  { api: { paging } }: Operation,
  { malformed }: ApiVersionDialect,
  sent: ReadonlyMap<string, string>,
): PageRequest | undefined {
  if (paging === undefined) return undefined;
  // The smallest size is the documented default; `default` is what our client prefers.
  const size = Number(sent.get(paging.size.wire) ?? paging.size.allowed[0]);
  if (!paging.size.allowed.includes(size)) {
    const message = `The specified ${paging.size.wire} is not valid: expected ${paging.size.allowed.join(", ")}.`;
    throw new Refusal(malformed.pageSize, message);
  }
  const text = sent.get(paging.number.wire) ?? String(paging.number.first);
  const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (!(number >= paging.number.first && number <= MAX_INTEGER)) {
    const message = `The specified ${paging.number.wire} is not valid: expected ${paging.number.first} to ${MAX_INTEGER}.`;
    throw new Refusal(malformed.pageNumber, message);
  }
  return { number, pagesBefore: number - paging.number.first, size };
}
