import { type BackupCriteria, backupStandings } from "./backupStandings.ts";
import { isWord, readableOf, unreadable } from "./fieldValue.ts";
import { backupsInOrder, recoveryPoint } from "./recoveryPoint.ts";
import type { BackupRow } from "./rows.ts";
import { combine, type Standing } from "./standing.ts";

/** Whether this is a set to restore from, among all others of the instance. */
export function standingAmong(
  backup: BackupRow,
  backups: readonly BackupRow[],
  criteria: BackupCriteria,
  now: number,
): Standing {
  return combine(standingsAmong(backup, backups, criteria, now));
}

/** The same, rule by rule. What is bad by itself is not looked at further. */
export function standingsAmong(
  backup: BackupRow,
  backups: readonly BackupRow[],
  criteria: BackupCriteria,
  now: number,
): readonly Standing[] {
  const own = backupStandings(backup, criteria, now);
  const restsOnOthers = criteria.backupType === "FullOrIncremental" && isWord(backup.type, "IncrementalBackup");
  if (!restsOnOthers || own.includes("bad")) return own;
  return [...own, chainStanding(backup, backups, criteria, now)];
}

/**
 * An incremental backup is worth what the worst is of its base and of the incremental ones between: its base is the newest
 * successful full backup of its method with an earlier recovery point. A copy-only one stands beside every chain.
 */
function chainStanding(
  backup: BackupRow,
  backups: readonly BackupRow[],
  criteria: BackupCriteria,
  now: number,
): Standing {
  const point = recoveryPoint(backup);
  // Nothing is before what has no time, which is unclear by itself.
  if (point === undefined) return "good";
  const ofMethod = backups.filter((each) => each !== backup && mayBeOfMethod(each, backup));
  const undated = ofMethod.filter((each) => recoveryPoint(each) === undefined);
  if (undated.some(mayBeBase)) return "unclear";

  const order = backupsInOrder(backups);
  const older = order.slice(order.indexOf(backup) + 1).filter((each) => ofMethod.includes(each));
  const earlier = older.filter((each) => (recoveryPoint(each) ?? point) < point);
  const start = earlier.findIndex(mayBeBase);
  const base = earlier[start];
  const between = [
    ...(base === undefined ? earlier : earlier.slice(0, start)),
    ...besideBase(base, earlier.slice(start)),
  ].filter((each) => !isBesideChain(each));
  const doubtful = [...between, ...undated.filter((each) => !isBesideChain(each))];
  return combine([
    baseStanding(base, backup, criteria, now),
    ...between
      .filter((each) => isCertainlyBetween(each, backup))
      .map((each) => combine(backupStandings(each, criteria, now))),
    ...(doubtful.every((each) => isCertainlyBetween(each, backup) && recoveryPoint(each) !== undefined)
      ? []
      : ["unclear" as const]),
  ]);
}

/** Which of those with the recovery point of the base came first is not known: they count as after it, unless they are bases too. */
function besideBase(base: BackupRow | undefined, others: readonly BackupRow[]): readonly BackupRow[] {
  if (base === undefined) return [];
  return others.filter((each) => recoveryPoint(each) === recoveryPoint(base) && !mayBeBase(each));
}

function baseStanding(
  base: BackupRow | undefined,
  { method }: BackupRow,
  criteria: BackupCriteria,
  now: number,
): Standing {
  if (base === undefined) return "bad";
  const isCertain =
    isWord(base.type, "FullBackup") &&
    isWord(base.status, "Success") &&
    isWord(base.method, readableOf(method)?.trim() ?? "") &&
    base.copyOnly !== unreadable;
  return isCertain ? combine(backupStandings(base, criteria, now)) : "unclear";
}

/** What does not say its method may be of any. */
function mayBeOfMethod({ method }: BackupRow, other: BackupRow): boolean {
  const [own, its] = [readableOf(method), readableOf(other.method)];
  return own === undefined || its === undefined || isWord(own, its.trim());
}

function mayBeBase({ type, status, copyOnly }: BackupRow): boolean {
  const mayBeFull = !isWord(type, "IncrementalBackup");
  const isCopy = isWord(type, "FullBackup") && copyOnly === true;
  return mayBeFull && !isCopy && !isWord(status, "Failed");
}

/** A full backup that is no base: one that failed, or a copy. */
function isBesideChain(backup: BackupRow): boolean {
  return isWord(backup.type, "FullBackup") && !mayBeBase(backup);
}

function isCertainlyBetween({ type, method }: BackupRow, other: BackupRow): boolean {
  return isWord(type, "IncrementalBackup") && isWord(method, readableOf(other.method)?.trim() ?? "");
}
