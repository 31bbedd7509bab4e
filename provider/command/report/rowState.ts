import type { Reason } from "../../core/reason.ts";

/** What a row is by the reasons against it, in the order of the timeline's lanes. */
export const rowStateNames = ["good", "failed", "unusable", "unknown", "pending", "expired"] as const;

export type RowState = (typeof rowStateNames)[number];

/** A word and a sign: nothing is told by colour alone. */
export const rowStateLabels: Readonly<Record<RowState, { readonly word: string; readonly sign: string }>> = {
  good: { word: "good", sign: "✓" },
  failed: { word: "failed", sign: "✗" },
  unusable: { word: "not usable", sign: "–" },
  unknown: { word: "unknown", sign: "?" },
  pending: { word: "pending", sign: "…" },
  expired: { word: "expired", sign: "◌" },
};

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

/** There was something to go back to: one that has expired since was good in its time. */
export function wasGood(state: RowState): boolean {
  return state === "good" || state === "expired";
}
