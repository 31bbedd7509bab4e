import type { BackupMark } from "./backupMark.ts";
import { wasGood } from "./rowState.ts";

/** A time without a good backup that was longer than `maxAge`. */
export interface BackupGap {
  readonly from: number;
  readonly to: number;
  /** It is not over. */
  readonly isOpen: boolean;
}

/** Oldest first. Before the first good backup nothing is told: older ones may have expired. */
export function backupGaps(
  marks: readonly BackupMark[],
  maxAge: number | undefined,
  now: number,
): readonly BackupGap[] {
  if (maxAge === undefined) return [];
  const good = marks.filter(({ state }) => wasGood(state));
  const times = good.flatMap(({ at }) => at ?? []).sort((a, b) => a - b);
  return times.flatMap((from, index) => {
    const next = times[index + 1];
    const to = next ?? now;
    return to - from > maxAge ? [{ from, to, isOpen: next === undefined }] : [];
  });
}
