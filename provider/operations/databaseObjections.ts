import type { Objection } from "../core/objection.ts";
import { outOfScope, unknown } from "../core/objection.ts";

/**
 * A task that is not about the wanted database, or does not say which it is about, is out of the question. One that
 * says so in a form that cannot be read may be about it.
 */
export function databaseObjections(
  found: readonly string[],
  wanted: string | undefined,
  isUnreadable: boolean,
): readonly Objection[] {
  if (wanted !== undefined && isUnreadable) return [unknown("databaseName", "its databases cannot be read")];
  if (wanted === undefined || found.some((name) => name.toLowerCase() === wanted.toLowerCase())) return [];
  return [outOfScope("databaseName", `it is of ${found.join(", ") || "no named database"}, not of ${wanted}`)];
}
