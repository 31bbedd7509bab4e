import type { EmulatorRecord, FieldChanges } from "../../emulator/index.ts";
import type { JsonObject } from "../../provider/core/json.ts";

/** The time at which nearly all tests take place; not a whole minute, as request times are. */
export const NOW = Date.parse("2026-08-10T12:00:30Z");
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const SHOP = "rm-bp1shop";

/** `2026-08-10T12:00:30Z`, as RDS writes times in replies. */
export function iso(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, "Z");
}

/** A row in wire form: a good snapshot that began so many hours ago and took half an hour. */
export function backupRow(id: string, hoursAgo: number, changes: FieldChanges = {}): JsonObject {
  const start = NOW - hoursAgo * HOUR;
  const row = {
    BackupId: id,
    DBInstanceId: SHOP,
    BackupStatus: "Success",
    BackupStartTime: iso(start),
    BackupEndTime: iso(start + HOUR / 2),
    BackupType: "FullBackup",
    BackupMode: "Automated",
    BackupMethod: "Snapshot",
    BackupSize: 1_000_000,
    IsAvail: 1,
    ...changes,
  };
  return Object.fromEntries(Object.entries(row).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}

/** The same as a record of the emulator. */
export function backup(id: string, hoursAgo: number, changes: FieldChanges = {}): EmulatorRecord {
  return { action: "DescribeBackups", subject: SHOP, row: backupRow(id, hoursAgo, changes) };
}

/** Links for single databases, as SQL Server replies have them; each link holds a secret. */
export function linksByDatabase(...names: readonly string[]): FieldChanges {
  const links = names.map((DataBase) => ({
    DataBase,
    DownloadLink: `https://oss/${DataBase}?Signature=secret-of-${DataBase}`,
  }));
  return { BackupDownloadLinkByDB: { BackupDownloadLinkByDB: links } };
}

/** A backup of SQL Server that was made by hand: the service does not say of which databases. */
export const sqlServerByHand: FieldChanges = {
  Engine: "SQLServer",
  BackupMode: "Manual",
  BackupMethod: "Physical",
};
