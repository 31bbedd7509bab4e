import type { JudgedRow } from "./evidence.ts";

/** It may be a good one: whatever speaks against it was not understood, and nothing that was understood does. */
export function isUnclear({ objections }: JudgedRow): boolean {
  return objections.length > 0 && objections.every(({ verdict }) => verdict === "unknown");
}

/** It may be a good one, and an argument of the caller decides about that. */
export function isUnsettled(row: JudgedRow): boolean {
  return isUnclear(row) && row.objections.some((each) => each.needsArgument);
}
