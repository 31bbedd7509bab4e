import type { JudgedRow } from "./evidence.ts";

/** It may be a good one: whatever speaks against it was not understood, and nothing that was understood does. */
export function isUnclear({ reasons }: JudgedRow): boolean {
  return reasons.length > 0 && reasons.every(({ verdict }) => verdict === "unknown");
}

/** An argument of the caller makes it a good one: nothing else speaks against it. */
export function needsOnlyArgument({ reasons }: JudgedRow): boolean {
  return reasons.length > 0 && reasons.every(({ verdict, needsArgument }) => verdict === "unknown" && needsArgument);
}
