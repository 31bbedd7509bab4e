import { operations } from "../operations/index.ts";
import type { LookupFunction } from "./function.ts";
import { links } from "./links.ts";
import { list } from "./list.ts";
import { newest } from "./newest.ts";
import { one } from "./one.ts";
import { readiness } from "./readiness.ts";

/** Every function of this package: each column of the table over each operation. */
export const functions: readonly LookupFunction[] = operations.flatMap((operation) => {
  const columns = [list, one, newest, readiness, ...(operation.entity.links ? [links] : [])];
  return columns.map((column) => column(operation));
});
