const MINUTE = 60_000;

/** RFC 3339 in UTC, without a fraction when there is none: the one form in which times leave this package. */
export function formatTime(epochMs: number): string {
  return new Date(epochMs).toISOString().replace(".000Z", "Z");
}

/** `2011-06-11T15:00Z`, the form of RDS request times. Callers round outwards first: the form has no seconds. */
export function formatMinute(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, 16)}Z`;
}

export function floorMinute(epochMs: number): number {
  return Math.floor(epochMs / MINUTE) * MINUTE;
}

export function ceilMinute(epochMs: number): number {
  return Math.ceil(epochMs / MINUTE) * MINUTE;
}

/** `"2d 3h"`, `"61h"`, `"4m 10s"`: at most two units, for people. */
export function describeDuration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const parts: ReadonlyArray<readonly [number, string]> =
    seconds >= 3 * 86_400
      ? [[Math.floor(seconds / 86_400), "d"], [Math.floor((seconds % 86_400) / 3600), "h"]]
      : seconds >= 3600
        ? [[Math.floor(seconds / 3600), "h"], [Math.floor((seconds % 3600) / 60), "m"]]
        : [[Math.floor(seconds / 60), "m"], [seconds % 60, "s"]];
  const shown = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count}${unit}`);
  return shown.length > 0 ? shown.join(" ") : "0s";
}
