import { isWordIgnoringCase } from "../../core/isWordIgnoringCase.ts";
import type { Row } from "../../core/row.ts";
import { backupMethod, isFull, isIncremental } from "./backupTypeAndMethodKey.ts";

/** What an older backup is to an incremental one. */
export type ChainPart = "none" | "base" | "mayBeBase" | "between" | "mayBeBetween";

/**
 * What a backup is to a later incremental one of this method. A full backup that failed is nothing to it, nor is a
 * copy-only one, which SQL Server makes beside the chain. Whatever does not say readably what it is may be a part.
 */
export function possibleChainPart(row: Row, method: string): ChainPart {
  const own = backupMethod(row);
  if (own !== undefined && own !== method) return "none";
  const isSameMethod = own === method;
  const { backupStatus, copyOnlyBackup } = row.record;
  const hasFailed = isWordIgnoringCase(backupStatus, "Failed");
  if (isIncremental(row)) return isSameMethod ? "between" : "mayBeBetween";
  if (!isFull(row)) return hasFailed ? "mayBeBetween" : "mayBeBase";
  if (hasFailed || copyOnlyBackup === true) return "none";
  const isCertain =
    isSameMethod && isWordIgnoringCase(backupStatus, "Success") && !row.unreadable.has("copyOnlyBackup");
  return isCertain ? "base" : "mayBeBase";
}
