import type { JudgeContext } from "../../core/defineOperation.ts";
import { isWordIgnoringCase } from "../../core/isWordIgnoringCase.ts";
import type { Reason } from "../../core/reason.ts";
import { failReason, unknownReason } from "../../core/reason.ts";
import { FOR_EVER_FROM } from "../../core/replyForms.ts";
import { describeDuration, parseFormattedTime } from "../../core/time.ts";
import {
  type BackupTypeCriteria,
  FULL_BACKUP,
  FULL_OR_INCREMENTAL,
  INCREMENTAL_BACKUP,
} from "./backupTypeAndMethodKey.ts";
import type { BackupTimes } from "./recoveryPoint.ts";
import { type ScopeCriteria, type ScopedBackup, scopeReasons } from "./scopeReasons.ts";
import { timeReasons } from "./timeReasons.ts";

interface Backup extends BackupTimes, ScopedBackup {
  readonly backupStatus?: string | undefined;
  readonly backupType?: string | undefined;
  readonly isAvail?: boolean | undefined;
  readonly expectExpireTime?: string | undefined;
}

interface Criteria extends ScopeCriteria, BackupTypeCriteria {
  readonly backupMethod?: string | undefined;
  readonly minRemaining?: number | undefined;
}

/** Why this backup set is not one to restore from; nothing when it is. */
export function backupReasons(backup: Backup, criteria: Criteria, judging: JudgeContext): readonly Reason[] {
  const { backupStatus } = backup;
  return [
    ...statusReasons(backupStatus),
    ...kindReasons(backup, criteria),
    ...availabilityReasons(backup, judging.unreadableFields),
    ...expiryReasons(backup, criteria.minRemaining ?? 0, judging),
    ...timeReasons(backup, isWordIgnoringCase(backupStatus, "Success"), judging),
    // Last, as the first one is what a table shows: an argument does not help while anything else speaks against it.
    ...scopeReasons(backup, criteria, judging.unreadableFields),
  ];
}

function statusReasons(backupStatus = "missing"): Reason[] {
  if (isWordIgnoringCase(backupStatus, "Success")) return [];
  if (isWordIgnoringCase(backupStatus, "Failed"))
    return [{ ...failReason("backupStatus", "the backup failed"), rowState: "failed" }];
  const message = `the state is ${backupStatus}, which is neither Success nor Failed`;
  return [{ ...unknownReason("backupStatus", message), rowState: "open" }];
}

function kindReasons(backup: Backup, criteria: Criteria): Reason[] {
  const { backupType = FULL_BACKUP } = criteria;
  const types = backupType === FULL_OR_INCREMENTAL ? [FULL_BACKUP, INCREMENTAL_BACKUP] : [backupType];
  const methods = criteria.backupMethod === undefined ? ["Physical", "Snapshot"] : [criteria.backupMethod];
  return [...oneOf("backupType", backup.backupType, types), ...oneOf("backupMethod", backup.backupMethod, methods)];
}

function oneOf(rule: string, value: string | undefined, words: readonly string[]): Reason[] {
  if (words.some((word) => isWordIgnoringCase(value, word))) return [];
  return [failReason(rule, `${rule} is ${value ?? "missing"}, not ${words.join(" or ")}`)];
}

function availabilityReasons({ isAvail }: Backup, unreadable: ReadonlySet<string>): Reason[] {
  if (unreadable.has("isAvail")) return [unknownReason("isAvail", "isAvail cannot be read")];
  return isAvail === false ? [failReason("isAvail", "the set is not available for a restore")] : [];
}

function expiryReasons(
  { expectExpireTime }: Backup,
  minRemaining: number,
  { now, unreadableFields }: JudgeContext,
): Reason[] {
  if (unreadableFields.has("expectExpireTime"))
    return [unknownReason("minRemaining", "expectExpireTime cannot be read")];
  if (expectExpireTime === undefined) return [];
  const expiry = parseFormattedTime(expectExpireTime);
  const remaining = expiry - now;
  if (expiry >= FOR_EVER_FROM || remaining > minRemaining) return [];
  if (remaining <= 0) return [failReason("minRemaining", `it expired at ${expectExpireTime}`)];
  const message = `it expires in ${describeDuration(remaining)}, but more than ${describeDuration(minRemaining)} is required`;
  return [failReason("minRemaining", message)];
}
