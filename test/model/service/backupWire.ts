import type { FieldValue } from "../rules/fieldValue.ts";
import { unreadable } from "../rules/fieldValue.ts";
import type { BackupRow } from "../rules/rows.ts";
import * as wire from "./wire.ts";

/** A row of DescribeBackups. */
export function backupWire(backup: BackupRow, spelling: wire.Spelling): wire.WireObject {
  return wire.wireObject(
    ["BackupId", wire.oneOf<wire.Wire>(spelling, backup.id, Number(backup.id))],
    ["DBInstanceId", wire.wireText(backup.instance, spelling)],
    ["BackupStatus", wire.wireWord(backup.status, spelling)],
    ["BackupType", wire.wireWord(backup.type, spelling >> 1)],
    ["BackupMethod", wire.wireWord(backup.method, spelling >> 2)],
    ["BackupMode", wire.wireWord(backup.mode, spelling >> 3)],
    ["BackupScale", wire.wireText(backup.scale, spelling)],
    ["BackupDBNames", wire.wireText(backup.databaseNames, spelling)],
    ["BackupDownloadLinkByDB", linksWire(backup.linkedDatabases, spelling)],
    ["Engine", wire.wireText(backup.engine, spelling)],
    ["IsAvail", wire.wireFlag(backup.isAvailable, spelling)],
    ["CopyOnlyBackup", wire.wireFlag(backup.copyOnly, spelling >> 1)],
    ["BackupStartTime", wire.wireTime(backup.start, spelling)],
    ["BackupEndTime", wire.wireTime(backup.end, spelling >> 1)],
    ["ConsistentTime", wire.wireEpoch(backup.consistent, 1000, spelling)],
    ["ExpectExpireTime", wire.wireExpiry(backup.expiry, spelling)],
    ["BackupSize", wire.wireNumber(backup.size, spelling)],
    // Signed anew for every reply: no change of the row.
    ["BackupDownloadURL", `https://oss.example/${backup.id}?Expires=${1_900_000_000 + spelling}`],
    ["SomethingNew", wire.oneOf<wire.Wire | undefined>(spelling, undefined, { constructor: 1 })],
  );
}

function linksWire(names: FieldValue<readonly string[]>, spelling: wire.Spelling): wire.Wire | undefined {
  if (names === unreadable) return wire.oneOf<wire.Wire>(spelling, "x", { Other: 1 });
  if (names === undefined || names.length === 0) return wire.oneOf<wire.Wire | undefined>(spelling, undefined, {}, "");
  const links = names.map((name) => ({ DataBase: name, DownloadLink: "https://oss.example/a?Expires=1900000000" }));
  const [first] = links;
  const single = first !== undefined && links.length === 1 ? [first] : [];
  return { BackupDownloadLinkByDB: wire.oneOf<wire.Wire>(spelling, links, ...single) };
}
