import type { Objection } from "../core/objection.ts";
import { outOfScope } from "../core/objection.ts";

/** A task that is not about the wanted database, or does not say which it is about, is out of the question. */
export function databaseObjections(found: readonly string[], wanted: string | undefined): readonly Objection[] {
  if (wanted === undefined || found.some((name) => name.toLowerCase() === wanted.toLowerCase())) return [];
  return [outOfScope("databaseName", `it is of ${found.join(", ") || "no named database"}, not of ${wanted}`)];
}
