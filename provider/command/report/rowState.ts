import type { Reason } from "../../core/reason.ts";

/** What a row is by the reasons against it. A word and a sign: nothing is told by colour alone. */
export const rowStates = {
  good: { word: "good", sign: "✓" },
  failed: { word: "failed", sign: "✗" },
  pending: { word: "pending", sign: "…" },
  unusable: { word: "not usable", sign: "–" },
  unknown: { word: "unknown", sign: "?" },
  expired: { word: "expired", sign: "◌" },
} as const;

export type RowState = keyof typeof rowStates;

/**
 * @param expiresAt when the set is removed, in milliseconds since 1970, where the service says
 * @param now by the service's clock
 */
export function rowState(reasons: readonly Reason[], expiresAt: number | undefined, now: number): RowState {
  if (reasons.length === 0) return "good";
  if (reasons.some((reason) => reason.rowState === "failed")) return "failed";
  if (reasons.some(({ verdict }) => verdict === "unknown")) return "unknown";
  if (reasons.some(({ verdict }) => verdict === "pending")) return "pending";
  const isExpired = expiresAt !== undefined && expiresAt <= now;
  if (isExpired && reasons.every(({ rule }) => rule === "minRemaining")) return "expired";
  return reasons.some(({ terminal }) => terminal) ? "failed" : "unusable";
}
