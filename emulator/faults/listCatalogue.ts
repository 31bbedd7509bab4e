import { catalogue } from "./catalogue/catalogue.ts";

/** A numbered reply, for people to choose from. */
export interface ListedCase {
  readonly number: string;
  readonly about: string;
  readonly variants: readonly string[];
}

export function listCatalogue(): readonly ListedCase[] {
  return catalogue.map(({ number, about, variants }) => ({ number, about, variants: Object.keys(variants) }));
}
