import type { BackupMark } from "./backupMark.ts";

/** A time without a good backup that was longer than `maxAge`. */
export interface Gap {
  readonly from: number;
  readonly to: number;
  /** It is not over. */
  readonly isOpen: boolean;
}

/** Oldest first. Before the first good backup nothing is told: older ones may have expired. */
export function gaps(marks: readonly BackupMark[], maxAge: number | undefined, now: number): readonly Gap[] {
  if (maxAge === undefined) return [];
  const times = goodTimes(marks);
  return times.flatMap((from, index) => {
    const next = times[index + 1];
    const to = next ?? now;
    return to - from > maxAge ? [{ from, to, isOpen: next === undefined }] : [];
  });
}

/** When there was something to go back to; one that has expired since was good in its time. */
function goodTimes(marks: readonly BackupMark[]): readonly number[] {
  const good = marks.filter(({ state }) => state === "good" || state === "expired");
  return good.flatMap(({ at }) => at ?? []).sort((a, b) => a - b);
}
