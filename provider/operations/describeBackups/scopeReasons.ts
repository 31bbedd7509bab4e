import { isWordIgnoringCase } from "../../core/isWordIgnoringCase.ts";
import type { Reason } from "../../core/reason.ts";
import { failReason, needsArgumentReason, unknownReason } from "../../core/reason.ts";

/** What tells which databases a backup set holds. */
export interface ScopedBackup {
  readonly backupScale?: string | undefined;
  readonly backupDbNames?: string | undefined;
  readonly backupDownloadLinkByDb?: readonly Readonly<Record<string, string>>[] | undefined;
  readonly backupMode?: string | undefined;
  readonly backupMethod?: string | undefined;
  readonly engine?: string | undefined;
}

export interface ScopeCriteria {
  readonly databaseName?: string | undefined;
  readonly assumeWholeInstance?: boolean | undefined;
}

const UNREADABLE = "it cannot be read which databases the set holds";

/** A set of one database does not restore an instance, and not every reply tells one from the other. */
export function scopeReasons(
  backup: ScopedBackup,
  { databaseName, assumeWholeInstance = false }: ScopeCriteria,
  unreadable: ReadonlySet<string>,
): readonly Reason[] {
  const { backupScale, backupDbNames, backupDownloadLinkByDb = [] } = backup;
  if (unreadable.has("backupScale") || unreadable.has("backupDbNames"))
    return [unknownReason("databaseName", UNREADABLE)];
  const names = [...split(backupDbNames), ...backupDownloadLinkByDb.map((link) => link.databaseName)];
  const isHeld = databaseName !== undefined && names.includes(databaseName);

  if (backupScale !== undefined) {
    if (/instance/i.test(backupScale) || isHeld) return [];
    const mayBeHeld = databaseName !== undefined && unreadable.has("backupDownloadLinkByDb");
    if (mayBeHeld) return [unknownReason("databaseName", UNREADABLE)];
    const scope = backupDbNames === undefined ? "of single databases" : `of the databases ${backupDbNames}`;
    return [failReason("databaseName", `the set is ${scope}, not ${databaseName ?? "of the whole instance"}`)];
  }
  if (backupDbNames?.trim() === "all" || isHeld) return [];
  if (backupDbNames !== undefined) {
    // Some of the databases or all of them: what the service does say is not overruled by an assumption.
    const distinct = new Set(names.flatMap((name) => name || []));
    return [ofNamedDatabases([...distinct], databaseName)];
  }
  if (assumeWholeInstance || !mayBeOfSingleDatabases(backup, unreadable)) return [];
  const remedy = `set assumeWholeInstance: true${databaseName === undefined ? ", or databaseName" : " if it holds all"}`;
  return [needsArgumentReason("assumeWholeInstance", `it is not told which databases it holds; ${remedy}`)];
}

/** The names come last, as a long message is cut where it is shown. */
function ofNamedDatabases(names: readonly string[], databaseName: string | undefined): Reason {
  const list = names.join(", ");
  if (list === "") return unknownReason("databaseName", UNREADABLE);
  if (databaseName === undefined) {
    const remedy = `set databaseName to one that it names: ${list}`;
    return needsArgumentReason("databaseName", `it may not hold every database; ${remedy}`);
  }
  // No advice to ask for another database: that would be a pass for the wrong one.
  const which = names.length === 1 ? "the database" : "the databases";
  const message = `the service does not say whether it also holds ${databaseName}; it names ${which} ${list}`;
  return unknownReason("databaseName", message);
}

/** Names are compared whole: they may hold blanks, so that nothing but a comma parts them. */
function split(names: string | undefined): readonly string[] {
  return (names ?? "").split(",").map((name) => name.trim());
}

/**
 * Sets of single databases are made of SQL Server, but not by the schedule, and by logical backups of MySQL and
 * MariaDB. Where the engine is not said, links for each database are a sign of SQL Server.
 */
function mayBeOfSingleDatabases(backup: ScopedBackup, unreadable: ReadonlySet<string>): boolean {
  const { backupDownloadLinkByDb = [], backupMode, backupMethod } = backup;
  // A mere "-" stands for no engine.
  const engine = backup.engine?.toLowerCase().replace(/[^a-z0-9]/g, "") || undefined;
  const hasLinks = backupDownloadLinkByDb.length > 0 || unreadable.has("backupDownloadLinkByDb");
  const mayBe = (pattern: RegExp, otherwise: boolean) => (engine === undefined ? otherwise : pattern.test(engine));
  const mayBeSqlServer = mayBe(/sqlserver|mssql/, hasLinks || unreadable.has("engine"));
  const isAutomated = isWordIgnoringCase(backupMode, "Automated");
  const isLogical = isWordIgnoringCase(backupMethod, "Logical");
  return (mayBeSqlServer && !isAutomated) || (isLogical && mayBe(/mysql|maria/, true));
}
