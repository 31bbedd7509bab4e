import { ageReasons } from "../../core/ageReasons.ts";
import * as argument from "../../core/argument.ts";
import { assessWithMissingArgumentReason } from "../../core/assessWithMissingArgumentReason.ts";
import { entity } from "../../core/entity.ts";
import type { Failure } from "../../core/errors/InputError.ts";
import type { Evidence } from "../../core/evidence.ts";
import { noUsableRowReason } from "../../core/noUsableRowReason.ts";
import { object, type ValuesOf } from "../../core/objectInputType.ts";
import type { Reason } from "../../core/reason.ts";
import { failReason } from "../../core/reason.ts";
import type { Row } from "../../core/row.ts";
import { describeDuration } from "../../core/time.ts";
import { type BackupTypeCriteria, sameBackupTypeAndMethod } from "./backupTypeAndMethodKey.ts";
import { laterFailureReasons } from "./laterFailureReasons.ts";
import { shrinkReasons, sizeReasons } from "./sizeReasons.ts";

export const backupEntity = entity("backup", {
  summary:
    "Data backups of an ApsaraDB RDS instance. Log backups are not seen by this operation: it tells nothing about point-in-time recovery between two data backups.",
  linkFunctionStem: "BackupDownload",
});

/** What the usable backups of an instance must be like for a deployment to go on. */
// biome-ignore format: an argument is one line, whatever its length
const conditionArguments = object({
  maxAge: argument.positiveDuration.optional().describe('How old the newest usable backup may be, such as `"26h"`: the backup interval and some slack.'),
  minCount: argument.count(1, 10_000).optional().describe("How many usable backups of the newest one's type and method there must be within `lookback`; with `backupType: \"FullOrIncremental\"` of its method and either type, each a point in time that can be restored. Default: the newest one is enough, as old as `maxAge` allows."),
  minSize: argument.byteCount.optional().describe("The least size in bytes of the newest usable backup, whatever its type."),
  maxShrink: argument.count(0, 100).optional().describe("By how many percent the newest usable backup may be smaller than the one before it of the same type and method; with `backupType: \"FullOrIncremental\"` only full ones are compared."),
  pin: argument.identifier.optional().describe("Judge the backup with this ID, not the newest one: it must still be there and usable."),
  newInstances: argument.choice(["deny", "allow"]).optional().describe("`allow` also accepts an instance before its first backup: one of which the service, asked twice for all that it remembers, knows no backup of any kind, not even a failed one. It cannot be told from an instance whose backups have all expired: see `createTime`. Not with `pin` or a `minCount` above 1. Default: `deny`."),
  newFor: argument.positiveDuration.optional().describe("How long after its `createTime` an instance may count as new. Default: `\"3d\"`."),
  createTime: argument.text().optional().describe("When the instance was created, such as the `createTime` of an `alicloud.rds.Instance` (RFC 3339): one that is older than `newFor`, or whose time cannot be read, is not new. Used with `newInstances` only. Default: not known."),
  noFailureSinceSuccess: argument.bool.optional().describe("Refuse when a backup of the same type and method, or with `backupType: \"FullOrIncremental\"` of the same method, failed after the newest usable one. Default: `false`."),
});

type Conditions = ValuesOf<typeof conditionArguments>;

export const backupConditions = conditionArguments.withRule((conditions) => [
  ...conflictsWithPin(conditions),
  ...conflictsWithNew(conditions),
]);

const [NEWEST, PINNED] = ["the newest usable backup", "the pinned backup"];

/** Counts and comparisons use the type and method of the newest backup, known only after reading: so all are read. */
export function oneGoodOrAllToRead({ minCount = 1, maxShrink }: Conditions): number {
  return minCount > 1 || maxShrink !== undefined ? Number.POSITIVE_INFINITY : 1;
}

/** Of a pinned backup nothing is read but itself, so that it cannot be compared with others. */
function conflictsWithPin({ pin, minCount, maxShrink, noFailureSinceSuccess }: Conditions): readonly Failure[] {
  const others = [
    ...(minCount === undefined ? [] : ["minCount"]),
    ...(maxShrink === undefined ? [] : ["maxShrink"]),
    ...(noFailureSinceSuccess ? ["noFailureSinceSuccess"] : []),
  ];
  if (pin === undefined || others.length === 0) return [];
  return [{ property: "pin", reason: `cannot be combined with ${others.join(" and ")}: leave one of them out` }];
}

/** A backup that is named exists, and several cannot be there before the first. */
function conflictsWithNew({ newInstances, pin, minCount = 1 }: Conditions): readonly Failure[] {
  const others = [...(pin === undefined ? [] : ["pin"]), ...(minCount > 1 ? ["a minCount above 1"] : [])];
  if (newInstances !== "allow" || others.length === 0) return [];
  return [{ property: "newInstances", reason: `allow cannot be combined with ${others.join(" and ")}` }];
}

/** Every condition that the instance's backups do not meet. */
export function assessBackups(
  evidence: Evidence,
  conditions: Conditions,
  criteria: BackupTypeCriteria,
): readonly Reason[] {
  if (conditions.pin !== undefined) return assessPinned(evidence, conditions.pin, conditions);
  return assessWithMissingArgumentReason(evidence, backupEntity, (each) => assessNewest(each, conditions, criteria));
}

function assessNewest(evidence: Evidence, conditions: Conditions, criteria: BackupTypeCriteria): readonly Reason[] {
  const { good, now, newInstance } = evidence;
  const [newest] = good;
  if (newInstance?.verdict === "pass") return [newInstance];
  if (newest === undefined) return [noUsableRowReason(evidence, backupEntity), ...(newInstance ? [newInstance] : [])];
  return [
    ...ageReasons(newest, now, conditions.maxAge, NEWEST),
    ...countReasons(newest, evidence, conditions.minCount, criteria),
    ...sizeReasons(newest, conditions.minSize, NEWEST),
    ...shrinkReasons(newest, good, conditions.maxShrink, criteria),
    ...(conditions.noFailureSinceSuccess ? laterFailureReasons(newest, evidence, criteria) : []),
  ];
}

function assessPinned({ rows, now }: Evidence, pin: string, conditions: Conditions): readonly Reason[] {
  const [pinned] = rows;
  if (pinned === undefined) return [failReason("pin", `the pinned backup ${pin} does not exist, or no longer exists`)];
  if (pinned.reasons.length > 0) return ofPinned(pinned.reasons);
  const { row } = pinned;
  // Neither can get better by waiting.
  return [...ageReasons(row, now, conditions.maxAge, PINNED), ...sizeReasons(row, conditions.minSize, PINNED)].map(
    (each) => ({ ...each, terminal: each.verdict === "fail" }),
  );
}

/**
 * No other backup can come in its place: what it is now it stays, but that it may become available. What only an
 * argument can settle stays as it is too, once the backup is finished: until then the service may tell more.
 */
function ofPinned(reasons: readonly Reason[]): readonly Reason[] {
  const isFinished = reasons.every(({ rowState }) => rowState !== "open");
  return reasons.map((reason) => {
    const { rule, message, verdict, needsArgument = false } = reason;
    const isFinal = verdict === "fail" ? rule !== "isAvail" : needsArgument && isFinished;
    return { ...reason, message: `${PINNED}: ${message}`, terminal: isFinal };
  });
}

/** Within `lookback`, though an old enough `maxAge` makes more be read. */
function countReasons(
  newest: Row,
  evidence: Evidence,
  minCount: number | undefined,
  criteria: BackupTypeCriteria,
): Reason[] {
  if (minCount === undefined) return [];
  const { good, now, lookbackStart = Number.NEGATIVE_INFINITY } = evidence;
  const withinLookback = good.filter(
    (row) =>
      sameBackupTypeAndMethod(row, newest, criteria) &&
      row.orderTime !== undefined &&
      row.orderTime.at >= lookbackStart,
  );
  if (withinLookback.length >= minCount) return [];
  const what = withinLookback.length === 0 ? "no usable backup was" : many(withinLookback.length);
  const where = Number.isFinite(lookbackStart) ? ` within ${describeDuration(now - lookbackStart)}` : "";
  return [failReason("minCount", `${what} found${where}, fewer than ${minCount}`)];
}

function many(count: number): string {
  return count === 1 ? "1 usable backup was" : `${count} usable backups were`;
}
