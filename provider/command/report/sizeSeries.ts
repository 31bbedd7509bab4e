import type { BackupMark } from "./backupMark.ts";
import { wasGood } from "./rowState.ts";

export interface SizePoint {
  readonly at: number;
  readonly size: number;
  /** By how many per cent it is smaller than the one before it, where that is more than is thought usual. */
  readonly largeShrinkPercent: number | undefined;
}

/** The sizes of the backups of one type and method, oldest first. */
export interface SizeSeries {
  readonly kind: string;
  readonly points: readonly SizePoint[];
}

/** Where nobody has said what is too much. */
export const DEFAULT_MAX_SHRINK = 20;

/** @param maxShrink from how many per cent on a shrink is marked */
export function sizeSeries(marks: readonly BackupMark[], maxShrink = DEFAULT_MAX_SHRINK): readonly SizeSeries[] {
  const kinds = new Map<string, SizePoint[]>();
  const good = marks.filter(({ state }) => wasGood(state));
  const inOrder = good.flatMap(({ at, size, kind }) =>
    at === undefined || size === undefined ? [] : [{ at, size, kind }],
  );
  for (const { at, size, kind } of inOrder.sort((a, b) => a.at - b.at)) {
    const points = kinds.get(kind) ?? [];
    const before = points.at(-1)?.size;
    // Multiplied and not divided, as the rule of the verdict does: 30 of 100 bytes are 30 per cent and nothing more.
    const isShrink = before !== undefined && (before - size) * 100 > maxShrink * before;
    points.push({ at, size, largeShrinkPercent: isShrink ? Math.ceil((1 - size / before) * 100) : undefined });
    kinds.set(kind, points);
  }
  return [...kinds].map(([kind, points]) => ({ kind, points }));
}
