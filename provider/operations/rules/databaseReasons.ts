import type { Reason } from "../../core/reason.ts";
import { outOfScopeReason, unknownReason } from "../../core/reason.ts";

/** A task of other databases is out of the question. One that does not say readably which it is of may be of this one. */
export function databaseReasons(
  databases: readonly string[],
  databaseName: string | undefined,
  isUnreadable: boolean,
): readonly Reason[] {
  if (databaseName === undefined) return [];
  if (isUnreadable) return [unknownReason("databaseName", "its databases cannot be read")];
  if (databases.length === 0) return [unknownReason("databaseName", "it does not name a database")];
  if (databases.some((name) => name.toLowerCase() === databaseName.toLowerCase())) return [];
  return [outOfScopeReason("databaseName", `it is of ${databases.join(", ")}, not of ${databaseName}`)];
}
