import { describeSize } from "../../core/describeSize.ts";
import type { Reason } from "../../core/reason.ts";
import { failReason, unknownReason } from "../../core/reason.ts";
import type { Row } from "../../core/row.ts";
import {
  type BackupTypeCriteria,
  FULL_OR_INCREMENTAL,
  isFull,
  sameBackupTypeAndMethod,
} from "./backupTypeAndMethodKey.ts";

/** `what`: the backup, as a sentence calls it. */
export function sizeReasons(row: Row, minSize: number | undefined, what: string): Reason[] {
  const size = sizeOf(row);
  if (minSize === undefined || (size !== undefined && size >= minSize)) return [];
  if (size === undefined) return [unknownReason("minSize", `${what} has no readable size`)];
  return [failReason("minSize", `${what} has ${sizeText(size)}, fewer than ${sizeText(minSize)}`)];
}

/** An incremental backup is as large as what has changed: only full ones are compared where both count. */
export function shrinkReasons(
  newest: Row,
  good: readonly Row[],
  maxShrink: number | undefined,
  criteria: BackupTypeCriteria,
): Reason[] {
  if (maxShrink === undefined) return [];
  const isEither = criteria.backupType === FULL_OR_INCREMENTAL;
  const what = isEither ? "full backup" : "backup";
  const [latest, previous] = good.filter(
    (row) => (row === newest || sameBackupTypeAndMethod(row, newest, criteria)) && (!isEither || isFull(row)),
  );
  if (latest === undefined || previous === undefined)
    return [unknownReason("maxShrink", `there is no earlier ${what} to compare the size with`)];
  const [before, after] = [sizeOf(previous), sizeOf(latest)];
  if (before === undefined || after === undefined)
    return [unknownReason("maxShrink", "a size to compare cannot be read")];
  // Multiplied and not divided: 30 of 100 bytes are 30 per cent and nothing more.
  if ((before - after) * 100 <= maxShrink * before) return [];
  const shrunk = Math.ceil((1 - after / before) * 100);
  return [
    failReason(
      "maxShrink",
      `the newest usable ${what} is ${shrunk}% smaller than the one before, more than ${maxShrink}%`,
    ),
  ];
}

function sizeOf(row: Row): number | undefined {
  const size = row.record.backupSize;
  return typeof size === "number" ? size : undefined;
}

/** Exact, and for people. */
function sizeText(bytes: number): string {
  return bytes < 1024 ? describeSize(bytes) : `${bytes} bytes (${describeSize(bytes)})`;
}
