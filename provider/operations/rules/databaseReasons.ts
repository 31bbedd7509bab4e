import type { Reason } from "../../core/reason.ts";
import { outOfScope, undetermined } from "../../core/reason.ts";

/** A task of other databases is out of the question. One that does not say readably which it is of may be of this one. */
export function databaseReasons(
  databases: readonly string[],
  databaseName: string | undefined,
  isUnreadable: boolean,
): readonly Reason[] {
  if (databaseName === undefined) return [];
  if (isUnreadable) return [undetermined("databaseName", "its databases cannot be read")];
  if (databases.length === 0) return [undetermined("databaseName", "it does not name a database")];
  if (databases.some((name) => name.toLowerCase() === databaseName.toLowerCase())) return [];
  return [outOfScope("databaseName", `it is of ${databases.join(", ")}, not of ${databaseName}`)];
}
