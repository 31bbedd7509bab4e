import type { Reason } from "../core/reason.ts";
import { outOfScope, undetermined } from "../core/reason.ts";

/** A task of other databases is out of the question. One that does not say readably which it is of may be of this one. */
export function databaseReasons(
  found: readonly string[],
  wanted: string | undefined,
  isUnreadable: boolean,
): readonly Reason[] {
  if (wanted === undefined) return [];
  if (isUnreadable) return [undetermined("databaseName", "its databases cannot be read")];
  if (found.length === 0) return [undetermined("databaseName", "it does not say which database it is of")];
  if (found.some((name) => name.toLowerCase() === wanted.toLowerCase())) return [];
  return [outOfScope("databaseName", `it is of ${found.join(", ")}, not of ${wanted}`)];
}
