import { faultCatalogue } from "./catalogue/faultCatalogue.ts";

/** A numbered reply, for people to choose from. */
export interface ListedCase {
  readonly number: string;
  readonly about: string;
  readonly variants: readonly string[];
}

export function listFaultCases(): readonly ListedCase[] {
  return faultCatalogue.map(({ number, about, variants }) => ({ number, about, variants: Object.keys(variants) }));
}
