import { type FieldValue, isWord, readableOf, unreadable } from "./fieldValue.ts";
import type { BackupRow } from "./rows.ts";
import type { Standing } from "./standing.ts";

interface ScopeQuestion {
  readonly databaseName: string | undefined;
  readonly assumeWholeInstance: boolean;
}

/** Whether the set holds the whole instance, or the database that was asked for. */
export function scopeStanding(backup: BackupRow, { databaseName, assumeWholeInstance }: ScopeQuestion): Standing {
  const { scale, databaseNames, linkedDatabases } = backup;
  if (scale === unreadable || databaseNames === unreadable) return "unclear";
  const holds = databaseName !== undefined && namesOf(backup).includes(databaseName);
  if (scale !== undefined) {
    if (isInstance(scale) || holds) return "good";
    return databaseName !== undefined && linkedDatabases === unreadable ? "unclear" : "bad";
  }
  if (databaseNames?.trim() === "all" || holds) return "good";
  // Names without a scale may be some of the databases or all of them. An assumption does not overrule them; to ask for
  // one of them settles it.
  if (databaseNames !== undefined) return databaseName === undefined ? "needsArgument" : "unclear";
  return isSilent(backup) && !assumeWholeInstance ? "needsArgument" : "good";
}

/** Names are compared whole and in their case. */
function namesOf({ databaseNames, linkedDatabases }: BackupRow): readonly string[] {
  const listed = (readableOf(databaseNames) ?? "").split(",").map((name) => name.trim());
  return [...listed, ...(readableOf(linkedDatabases) ?? [])];
}

function isInstance(scale: string): boolean {
  return scale.toLowerCase().includes("instance");
}

/**
 * Sets of single databases are made of SQL Server, but not by the schedule, and by logical backups of MySQL and
 * MariaDB. Where the engine is not told, links of single databases are a sign of SQL Server.
 */
function isSilent({ engine, mode, method, linkedDatabases }: BackupRow): boolean {
  const name = plainName(engine);
  const hasLinks = linkedDatabases === unreadable || (linkedDatabases ?? []).length > 0;
  const mayBeSqlServer = name === undefined ? hasLinks || engine === unreadable : /sqlserver|mssql/.test(name);
  const mayBeMySql = name === undefined || /mysql|maria/.test(name);
  return (mayBeSqlServer && !isWord(mode, "Automated")) || (mayBeMySql && isWord(method, "Logical"));
}

/** Without case, blanks and punctuation. */
function plainName(engine: FieldValue<string>): string | undefined {
  return (readableOf(engine) ?? "").toLowerCase().replace(/[^a-z0-9]/g, "") || undefined;
}
