import fc from "fast-check";

/** The ID of the row at this place: unlike any other, and not in the order of the places. */
export function rowId(place: number): string {
  return String(100 + ((place * 37) % 50));
}

/** Of a row that comes while a list is read. */
export const NEW_ID = "900";

/** Of a migrate task and of the incremental ones that follow it. */
export const CHAIN_ID = "70";

/** Most often that of one of the rows. */
export const someId = fc.nat({ max: 7 }).map(rowId);
