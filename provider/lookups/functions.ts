import { operations } from "../operations/index.ts";
import { byIdLookup } from "./byIdLookup.ts";
import { latestLookup } from "./latestLookup.ts";
import { linksLookup } from "./linksLookup.ts";
import { listLookup } from "./listLookup.ts";
import type { LookupFunction } from "./lookupFunction.ts";
import { readinessLookup } from "./readinessLookup.ts";

/** Every function of this package: each kind of lookup over each operation. */
export const functions: readonly LookupFunction[] = operations.flatMap((operation) => {
  const kinds = [listLookup, byIdLookup, latestLookup, readinessLookup];
  return [...kinds, ...(operation.entity.linkFunctionStem ? [linksLookup] : [])].map((lookup) => lookup(operation));
});
