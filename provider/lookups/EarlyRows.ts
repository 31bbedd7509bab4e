import type { Row } from "../core/row.ts";

/** What a caller makes of rows while other pages are on their way. Where somebody else began the reading, nothing. */
export interface EarlyRows {
  /** The list is read from its beginning: of the rows before, none is in the answer. */
  readonly beginPass: () => void;
  /** The rows of a page behind page one, for some pages. Not all of them need be in the answer. */
  readonly add: (rows: readonly Row[], region: string) => void;
}
