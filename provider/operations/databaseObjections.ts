import type { Objection } from "../core/objection.ts";
import { outOfScope, unknown } from "../core/objection.ts";

/** A task of other databases is out of the question. One that does not say readably which it is of may be of this one. */
export function databaseObjections(
  found: readonly string[],
  wanted: string | undefined,
  isUnreadable: boolean,
): readonly Objection[] {
  if (wanted === undefined) return [];
  if (isUnreadable) return [unknown("databaseName", "its databases cannot be read")];
  if (found.length === 0) return [unknown("databaseName", "it does not say which database it is of")];
  if (found.some((name) => name.toLowerCase() === wanted.toLowerCase())) return [];
  return [outOfScope("databaseName", `it is of ${found.join(", ")}, not of ${wanted}`)];
}
