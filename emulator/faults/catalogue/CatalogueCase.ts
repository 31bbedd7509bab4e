import type { Fault } from "../fault.ts";
import type { WirePlaces } from "./WirePlaces.ts";

/** One numbered case, and the forms that it has. */
export interface CatalogueCase {
  readonly number: `${"A" | "F"}${number}`;
  readonly about: string;
  readonly variants: Readonly<Record<string, CaseVariant>>;
}

/** A fault with the scope that belongs to the case; where it hangs on wire names, a function of them. */
export type CaseVariant = Fault | WireVariant;

export interface WireVariant {
  /** Nothing for an operation that has no such place. */
  readonly at: (places: WirePlaces) => Fault | undefined;
}
