import type { Objection } from "../core/objection.ts";
import { fails, unknown } from "../core/objection.ts";
import type { Row } from "../core/row.ts";
import { sameKind } from "./backupKind.ts";

/** `what`: the backup, as a sentence calls it. */
export function sizeObjections(row: Row, minSize: number | undefined, what: string): Objection[] {
  const size = sizeOf(row);
  if (minSize === undefined || (size !== undefined && size >= minSize)) return [];
  if (size === undefined) return [unknown("minSize", `${what} has no readable size`)];
  return [fails("minSize", `${what} has ${size} bytes, fewer than ${minSize}`)];
}

export function shrinkObjections(newest: Row, good: readonly Row[], maxShrink: number | undefined): Objection[] {
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

function sizeOf(row: Row): number | undefined {
  const size = row.record.backupSize;
  return typeof size === "number" ? size : undefined;
}
