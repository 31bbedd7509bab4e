import { z } from "zod";
import * as argument from "../core/argument.ts";
import type { Evidence } from "../core/evidence.ts";
import { noneGood, tooOld } from "../core/noneGood.ts";
import type { Objection } from "../core/objection.ts";
import { fails, unknown } from "../core/objection.ts";
import type { Row } from "../core/row.ts";

export const backupNames = {
  one: "backup",
  many: "backups",
  type: "Backup",
  label: "backup",
  labels: "backups",
  download: "BackupDownload",
};

/** What the usable backups of an instance must be like for a deployment to go on. */
// biome-ignore format: an argument is one line, whatever its length
export const backupConditions = z.object({
  maxAge: argument.positiveDuration.optional().describe('How old the newest usable backup may be, such as `"26h"`: the backup interval and some slack.'),
  minCount: argument.count(1, 10_000).optional().describe("How many usable backups there must be within `lookback`. Default: 1."),
  minSize: argument.bytes.optional().describe("The least size in bytes of the newest usable backup."),
  maxShrink: argument.count(0, 100).optional().describe("By how many percent the newest usable backup may be smaller than the one before it of the same type and method."),
  pin: argument.identifier.optional().describe("Judge the backup with this ID, not the newest one: it must still be there and usable."),
  noFailureSinceSuccess: argument.flag.optional().describe("Refuse when a backup of the same type and method failed after the newest usable one. Default: `false`."),
});

type Conditions = z.output<typeof backupConditions>;

const [NEWEST, PINNED] = ["the newest usable backup", "the pinned backup"];

/** Counting and comparing is among backups of one type and method, and which that is only the newest one tells. */
export function backupsNeeded({ minCount = 1, maxShrink }: Conditions): number {
  return minCount > 1 || maxShrink !== undefined ? Number.POSITIVE_INFINITY : 1;
}

/** Every condition that the instance's backups do not meet. */
export function assessBackups(evidence: Evidence, wanted: Conditions): readonly Objection[] {
  if (wanted.pin !== undefined) {
    const { minCount = 1, maxShrink, noFailureSinceSuccess = false } = wanted;
    // Only the pinned backup is read, so nothing can be said about its neighbours.
    if (minCount > 1 || maxShrink !== undefined || noFailureSinceSuccess) {
      return [unknown("pin", "pin cannot be combined with minCount, maxShrink or noFailureSinceSuccess")];
    }
    const [pinned] = evidence.rows;
    if (pinned === undefined) return [fails("pin", `the pinned backup ${wanted.pin} is not known (any more)`)];
    if (pinned.objections.length > 0) return pinned.objections.map(ofPinned);
    const { row } = pinned;
    // Neither can get better by waiting.
    return [...tooOld(row, evidence.now, wanted.maxAge, PINNED), ...sizeObjections(row, wanted.minSize, PINNED)].map(
      (each) => ({ ...each, terminal: each.verdict === "fail" }),
    );
  }
  const [newest] = evidence.good;
  if (newest === undefined) return [noneGood(evidence, backupNames)];
  return [
    ...tooOld(newest, evidence.now, wanted.maxAge, NEWEST),
    ...countObjections(evidence.good.filter((row) => sameKind(row, newest)).length, wanted.minCount),
    ...sizeObjections(newest, wanted.minSize, NEWEST),
    ...shrinkObjections(newest, evidence.good, wanted.maxShrink),
    ...failureObjections(newest, evidence, wanted.noFailureSinceSuccess),
  ];
}

/** No other backup can come in its place: what it is now it stays, but that it may become available. */
function ofPinned(objection: Objection): Objection {
  const { rule, message, verdict } = objection;
  return {
    ...objection,
    message: `${PINNED}: ${message}`,
    terminal: verdict === "fail" && rule !== "isAvail",
  };
}

function countObjections(found: number, minCount = 1): Objection[] {
  return found >= minCount ? [] : [fails("minCount", `${found} usable backups were found, fewer than ${minCount}`)];
}

function sizeObjections(row: Row, minSize: number | undefined, what: string): Objection[] {
  const size = sizeOf(row);
  if (minSize === undefined || (size !== undefined && size >= minSize)) return [];
  if (size === undefined) return [unknown("minSize", `${what} has no readable size`)];
  return [fails("minSize", `${what} has ${size} bytes, fewer than ${minSize}`)];
}

function shrinkObjections(newest: Row, good: readonly Row[], maxShrink: number | undefined): Objection[] {
  if (maxShrink === undefined) return [];
  const previous = good.find((row) => row !== newest && sameKind(row, newest));
  const [before, after] = [previous && sizeOf(previous), sizeOf(newest)];
  if (previous === undefined) return [unknown("maxShrink", "there is no earlier backup to compare the size with")];
  if (before === undefined || after === undefined) return [unknown("maxShrink", "a size to compare cannot be read")];
  const shrunk = (1 - after / Math.max(before, 1)) * 100;
  if (shrunk <= maxShrink) return [];
  return [
    fails(
      "maxShrink",
      `the newest usable backup is ${Math.ceil(shrunk)}% smaller than the one before, more than ${maxShrink}%`,
    ),
  ];
}

function failureObjections(newest: Row, { rows }: Evidence, asked = false): Objection[] {
  if (!asked) return [];
  const position = rows.findIndex(({ row }) => row === newest);
  const suspects = rows.filter(({ row, objections }, index) => {
    const later = index < position || row.dated === undefined;
    const mayCount = sameKind(row, newest) || kindOf(row) === undefined;
    return later && mayCount && objections.some((each) => each.rule === "backupStatus");
  });
  const [failed] = suspects;
  if (failed === undefined) return [];
  if (failed.row.dated !== undefined && kindOf(failed.row) !== undefined) {
    return [fails("noFailureSinceSuccess", `backup ${failed.row.id} did not succeed after the newest usable one`)];
  }
  const message = `backup ${failed.row.id} did not succeed, and its time or kind cannot be read`;
  return [unknown("noFailureSinceSuccess", message)];
}

function sizeOf(row: Row): number | undefined {
  const size = row.record.backupSize;
  return typeof size === "number" ? size : undefined;
}

/** Case does not matter, here as in what is usable. What is not said may be anything, and so is no kind. */
function sameKind(a: Row, b: Row): boolean {
  return kindOf(a) !== undefined && kindOf(a) === kindOf(b);
}

function kindOf({ record: { backupType, backupMethod } }: Row): string | undefined {
  if (typeof backupType !== "string" || typeof backupMethod !== "string") return undefined;
  return `${backupType} ${backupMethod}`.toLowerCase();
}
