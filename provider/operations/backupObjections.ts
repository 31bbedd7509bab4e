import type { Judging } from "../core/defineOperation.ts";
import type { Objection } from "../core/objection.ts";
import { fails, unknown } from "../core/objection.ts";
import { describeDuration } from "../core/time.ts";
import { FOR_EVER } from "../core/wire.ts";
import { scopeObjections } from "./backupScope.ts";
import { timeObjections } from "./backupTimes.ts";

interface Backup {
  readonly backupStatus?: string | undefined;
  readonly backupStartTime?: string | undefined;
  readonly backupEndTime?: string | undefined;
  readonly consistentTime?: string | undefined;
  readonly backupType?: string | undefined;
  readonly backupMode?: string | undefined;
  readonly backupMethod?: string | undefined;
  readonly backupScale?: string | undefined;
  readonly backupDbNames?: string | undefined;
  readonly backupDownloadLinkByDb?: readonly Readonly<Record<string, string>>[] | undefined;
  readonly engine?: string | undefined;
  readonly isAvail?: boolean | undefined;
  readonly expectExpireTime?: string | undefined;
}

interface Criteria {
  readonly backupType?: string | undefined;
  readonly backupMethod?: string | undefined;
  readonly databaseName?: string | undefined;
  readonly assumeWholeInstance?: boolean | undefined;
  readonly minRemaining?: number | undefined;
}

/** Why this backup set is not one to restore from; nothing when it is. */
export function backupObjections(backup: Backup, criteria: Criteria, judging: Judging): readonly Objection[] {
  const { backupStatus } = backup;
  return [
    ...statusObjections(backupStatus),
    ...kindObjections(backup, criteria),
    ...availabilityObjections(backup, judging.unreadable),
    ...expiryObjections(backup, criteria.minRemaining ?? 0, judging),
    ...timeObjections(backup, isWord(backupStatus, "Success"), judging),
    // Last, as the first one is what a table shows: an argument does not help while anything else speaks against it.
    ...scopeObjections(backup, criteria, judging.unreadable),
  ];
}

function statusObjections(backupStatus = "missing"): Objection[] {
  if (isWord(backupStatus, "Success")) return [];
  if (isWord(backupStatus, "Failed")) return [fails("backupStatus", "the backup failed")];
  return [unknown("backupStatus", `the state is ${backupStatus}, which is neither Success nor Failed`)];
}

function kindObjections(backup: Backup, criteria: Criteria): Objection[] {
  const type = criteria.backupType ?? "FullBackup";
  const methods = criteria.backupMethod === undefined ? ["Physical", "Snapshot"] : [criteria.backupMethod];
  return [...oneOf("backupType", backup.backupType, [type]), ...oneOf("backupMethod", backup.backupMethod, methods)];
}

function oneOf(rule: string, value: string | undefined, words: readonly string[]): Objection[] {
  if (words.some((word) => isWord(value, word))) return [];
  return [fails(rule, `${rule} is ${value ?? "missing"}, not ${words.join(" or ")}`)];
}

/** Neither case nor blanks around matter. */
function isWord(value: string | undefined, word: string): boolean {
  return value?.trim().toLowerCase() === word.toLowerCase();
}

function availabilityObjections({ isAvail }: Backup, unreadable: ReadonlySet<string>): Objection[] {
  if (unreadable.has("isAvail")) return [unknown("isAvail", "isAvail cannot be read")];
  return isAvail === false ? [fails("isAvail", "the set is not available for a restore")] : [];
}

function expiryObjections(
  { expectExpireTime }: Backup,
  minRemaining: number,
  { now, unreadable }: Judging,
): Objection[] {
  if (unreadable.has("expectExpireTime")) return [unknown("minRemaining", "expectExpireTime cannot be read")];
  if (expectExpireTime === undefined) return [];
  const expiry = Date.parse(expectExpireTime);
  const remaining = expiry - now;
  if (expiry >= FOR_EVER || remaining > minRemaining) return [];
  if (remaining <= 0) return [fails("minRemaining", `it expired at ${expectExpireTime}`)];
  const message = `it expires in ${describeDuration(remaining)}, but more than ${describeDuration(minRemaining)} is required`;
  return [fails("minRemaining", message)];
}
