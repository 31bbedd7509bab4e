import type { BackupQuestion } from "./backupQuestion.ts";
import { statusStanding } from "./backupStandings.ts";
import { standingAmong, standingsAmong } from "./chainStanding.ts";
import { isWord, readableOf } from "./fieldValue.ts";
import { backupsInReach } from "./newestBackup.ts";
import { recoveryPoint } from "./recoveryPoint.ts";
import type { BackupRow } from "./rows.ts";
import type { Standing } from "./standing.ts";
import { type Clock, LOOKBACK } from "./times.ts";
import { type Verdict, worst } from "./verdict.ts";

/** Whether the backups of an instance are good enough. */
export function backupVerdict(backups: readonly BackupRow[], question: BackupQuestion, clock: Clock): Verdict {
  if (question.pin !== undefined) return pinnedVerdict(backups, question, clock);
  const inReach = backupsInReach(backups, question, clock);
  const standings = inReach.map((backup) => standingAmong(backup, backups, question, clock.now));
  if (!standings.includes("good")) return standings.some((each) => each !== "bad") ? "unknown" : "fail";
  const verdict = conditionsVerdict(inReach, standings, question, clock);
  if (verdict === "pass") return "pass";
  // Nobody knows while an argument of the caller would make it a pass.
  const settled = standings.map((each) => (each === "needsArgument" ? "good" : each));
  return conditionsVerdict(inReach, settled, question, clock) === "pass" ? "unknown" : verdict;
}

/** Of a pinned backup nothing counts but itself. */
function pinnedVerdict(backups: readonly BackupRow[], question: BackupQuestion, { now }: Clock): Verdict {
  const pinned = backups.find(({ id }) => id === question.pin);
  if (pinned === undefined) return "fail";
  const standings = standingsAmong(pinned, backups, question, now).filter((each) => each !== "good");
  if (standings.length > 0) return worst(standings.map((each) => (each === "bad" ? "fail" : "unknown")));
  return worst([ageVerdict(pinned, question, now), sizeVerdict(pinned, question)]);
}

/** What is asked of the usable ones, taken together. Rows come newest first, and `standings` are theirs. */
function conditionsVerdict(
  backups: readonly BackupRow[],
  standings: readonly Standing[],
  question: BackupQuestion,
  { now, searchEnd }: Clock,
): Verdict {
  const usable = backups.filter((_, index) => standings[index] === "good");
  const [newest] = usable;
  if (newest === undefined) return "fail";
  const alike = usable.filter((backup) => kindOf(backup, question) === kindOf(newest, question));
  const newer = backups.filter((backup) => backups.indexOf(backup) < backups.indexOf(newest));
  const undated = backups.filter((backup) => recoveryPoint(backup) === undefined);
  // An incremental backup is as large as what has changed.
  const comparable =
    question.backupType === "FullOrIncremental" ? alike.filter(({ type }) => isWord(type, "FullBackup")) : alike;
  const countedSince = searchEnd - (question.lookback ?? LOOKBACK);
  return worst([
    ageVerdict(newest, question, now),
    countVerdict(alike.filter((backup) => (recoveryPoint(backup) ?? 0) >= countedSince).length, question),
    sizeVerdict(newest, question),
    shrinkVerdict(comparable[0], comparable[1], question),
    question.noFailureSinceSuccess ? failureVerdict(newest, newer, undated, question) : "pass",
  ]);
}

function ageVerdict(backup: BackupRow, { maxAge = Number.POSITIVE_INFINITY }: BackupQuestion, now: number): Verdict {
  return now - (recoveryPoint(backup) ?? Number.NEGATIVE_INFINITY) <= maxAge ? "pass" : "fail";
}

function countVerdict(count: number, { minCount = 0 }: BackupQuestion): Verdict {
  return count >= minCount ? "pass" : "fail";
}

function sizeVerdict({ size }: BackupRow, { minSize }: BackupQuestion): Verdict {
  if (minSize === undefined) return "pass";
  const bytes = readableOf(size);
  if (bytes === undefined) return "unknown";
  return bytes >= minSize ? "pass" : "fail";
}

/** Compared with the one before it, of the same type and method. */
function shrinkVerdict(
  newest: BackupRow | undefined,
  previous: BackupRow | undefined,
  { maxShrink }: BackupQuestion,
): Verdict {
  if (maxShrink === undefined) return "pass";
  const after = newest && readableOf(newest.size);
  const before = previous && readableOf(previous.size);
  if (after === undefined || before === undefined) return "unknown";
  return before - after <= (before * maxShrink) / 100 ? "pass" : "fail";
}

/** Nothing of the newest one's type and method may have failed after it; what has not ended may still fail. */
function failureVerdict(
  newest: BackupRow,
  newer: readonly BackupRow[],
  undated: readonly BackupRow[],
  question: BackupQuestion,
): Verdict {
  const mayBeAlike = (backup: BackupRow) =>
    kindOf(backup, question) === undefined || kindOf(backup, question) === kindOf(newest, question);
  const suspects = [...newer, ...undated].filter((backup) => mayBeAlike(backup) && statusStanding(backup) !== "good");
  if (suspects.length === 0) return "pass";
  const isCertain = (backup: BackupRow) =>
    statusStanding(backup) === "bad" && recoveryPoint(backup) !== undefined && kindOf(backup, question) !== undefined;
  return suspects.some(isCertain) ? "fail" : "unknown";
}

/** Undefined where type or method cannot be read: it may be of any. */
function kindOf({ type, method }: BackupRow, { backupType }: BackupQuestion): string | undefined {
  const isEither = backupType === "FullOrIncremental" && isWord(type, "FullBackup", "IncrementalBackup");
  const words = [isEither ? "either" : readableOf(type), readableOf(method)];
  return words.includes(undefined) ? undefined : words.map((word) => word?.trim().toLowerCase()).join(" ");
}
