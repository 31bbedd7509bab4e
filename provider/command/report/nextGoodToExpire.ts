import type { BackupMark } from "./backupMark.ts";

/** The good backup that is removed first. */
export function nextGoodToExpire(marks: readonly BackupMark[], now: number): BackupMark | undefined {
  const leaving = marks.filter(
    ({ state, expiresAt }) => state === "good" && expiresAt !== undefined && expiresAt > now,
  );
  return leaving.reduce<BackupMark | undefined>(
    (first, mark) => ((mark.expiresAt ?? 0) < (first?.expiresAt ?? Number.POSITIVE_INFINITY) ? mark : first),
    undefined,
  );
}
