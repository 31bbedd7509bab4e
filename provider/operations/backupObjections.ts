import type { Judging } from "../core/defineOperation.ts";
import type { Objection } from "../core/objection.ts";
import { fails, unknown } from "../core/objection.ts";
import { CLOCK_TOLERANCE, describeDuration, formatTime } from "../core/time.ts";
import { recoveryPoint } from "./recoveryPoint.ts";

interface Backup {
  readonly backupStatus?: string | undefined;
  readonly backupStartTime?: string | undefined;
  readonly backupEndTime?: string | undefined;
  readonly consistentTime?: string | undefined;
  readonly backupType?: string | undefined;
  readonly backupMethod?: string | undefined;
  readonly backupScale?: string | undefined;
  readonly backupDbNames?: string | undefined;
  readonly isAvail?: boolean | undefined;
  readonly expectExpireTime?: string | undefined;
}

interface Criteria {
  readonly backupType?: string | undefined;
  readonly backupMethod?: string | undefined;
  readonly databaseName?: string | undefined;
  readonly minRemaining?: number | undefined;
}

/** Why this backup set is not one to restore from; nothing when it is. */
export function backupObjections(backup: Backup, wanted: Criteria, judging: Judging): readonly Objection[] {
  return [
    ...statusObjections(backup),
    ...kindObjections(backup, wanted),
    ...scopeObjections(backup, wanted.databaseName, judging.unreadable),
    ...availabilityObjections(backup, wanted.minRemaining ?? 0, judging),
    ...timeObjections(backup, judging.now),
  ];
}

function statusObjections({ backupStatus = "missing" }: Backup): Objection[] {
  const status = backupStatus.toLowerCase();
  if (status === "success") return [];
  if (status === "failed") return [fails("backupStatus", "the backup failed")];
  return [unknown("backupStatus", `the state is ${backupStatus}, which is neither Success nor Failed`)];
}

function kindObjections(backup: Backup, wanted: Criteria): Objection[] {
  const type = wanted.backupType ?? "FullBackup";
  const methods = wanted.backupMethod === undefined ? ["Physical", "Snapshot"] : [wanted.backupMethod];
  return [...oneOf("backupType", backup.backupType, [type]), ...oneOf("backupMethod", backup.backupMethod, methods)];
}

function oneOf(rule: string, found: string | undefined, wanted: readonly string[]): Objection[] {
  if (wanted.some((each) => each.toLowerCase() === found?.toLowerCase())) return [];
  return [fails(rule, `${rule} is ${found ?? "missing"}, not ${wanted.join(" or ")}`)];
}

/** A set of one database does not restore an instance. */
function scopeObjections(
  { backupScale, backupDbNames }: Backup,
  databaseName: string | undefined,
  unreadable: ReadonlySet<string>,
): Objection[] {
  if (unreadable.has("backupScale") || unreadable.has("backupDbNames")) {
    return [unknown("databaseName", "it cannot be read which databases the set holds")];
  }
  const single = backupScale === undefined ? backupDbNames !== undefined : !/instance/i.test(backupScale);
  if (!single) return [];
  const names = (backupDbNames ?? "").split(/[\s,;]+/);
  if (databaseName !== undefined && names.includes(databaseName)) return [];
  const found = backupDbNames === undefined ? "of single databases" : `of the databases ${backupDbNames}`;
  return [fails("databaseName", `the set is ${found}, not ${databaseName ?? "of the whole instance"}`)];
}

function availabilityObjections(backup: Backup, minRemaining: number, { now, unreadable }: Judging): Objection[] {
  const found: Objection[] = [];
  if (unreadable.has("isAvail")) found.push(unknown("isAvail", "isAvail cannot be read"));
  if (backup.isAvail === false) found.push(fails("isAvail", "the set is not available for a restore"));
  if (unreadable.has("expectExpireTime")) found.push(unknown("minRemaining", "expectExpireTime cannot be read"));
  if (backup.expectExpireTime === undefined) return found;
  const remaining = Date.parse(backup.expectExpireTime) - now;
  if (remaining <= minRemaining) {
    const when =
      remaining <= 0 ? `it expired at ${backup.expectExpireTime}` : `it expires in ${describeDuration(remaining)}`;
    found.push(fails("minRemaining", `${when}, wanted longer than ${describeDuration(minRemaining)}`));
  }
  return found;
}

function timeObjections(backup: Backup, now: number): Objection[] {
  const point = recoveryPoint(backup);
  if (point === undefined) return [unknown("recoveryPointTime", "it has no readable start time")];
  if (point.at <= now + CLOCK_TOLERANCE) return [];
  return [unknown("recoveryPointTime", `its recovery point ${formatTime(point.at)} lies in the future`)];
}
