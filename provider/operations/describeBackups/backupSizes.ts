import type { Reason } from "../../core/reason.ts";
import { failed, undetermined } from "../../core/reason.ts";
import type { Row } from "../../core/row.ts";
import { sameBackupKind } from "./backupKind.ts";

/** `what`: the backup, as a sentence calls it. */
export function sizeReasons(row: Row, minSize: number | undefined, what: string): Reason[] {
  const size = sizeOf(row);
  if (minSize === undefined || (size !== undefined && size >= minSize)) return [];
  if (size === undefined) return [undetermined("minSize", `${what} has no readable size`)];
  return [failed("minSize", `${what} has ${size} bytes, fewer than ${minSize}`)];
}

export function shrinkReasons(newest: Row, good: readonly Row[], maxShrink: number | undefined): Reason[] {
  if (maxShrink === undefined) return [];
  const previous = good.find((row) => row !== newest && sameBackupKind(row, newest));
  const [before, after] = [previous && sizeOf(previous), sizeOf(newest)];
  if (previous === undefined) return [undetermined("maxShrink", "there is no earlier backup to compare the size with")];
  if (before === undefined || after === undefined)
    return [undetermined("maxShrink", "a size to compare cannot be read")];
  // Multiplied and not divided: 30 of 100 bytes are 30 per cent and nothing more.
  if ((before - after) * 100 <= maxShrink * before) return [];
  const shrunk = Math.ceil((1 - after / before) * 100);
  return [
    failed("maxShrink", `the newest usable backup is ${shrunk}% smaller than the one before, more than ${maxShrink}%`),
  ];
}

function sizeOf(row: Row): number | undefined {
  const size = row.record.backupSize;
  return typeof size === "number" ? size : undefined;
}
