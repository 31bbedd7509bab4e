import type { Reason } from "../core/reason.ts";

export type Verdict = "pass" | "fail" | "pending" | "unknown";

/** The worst that any reason says; without a reason there is nothing against a pass. */
export function verdictOf(reasons: readonly Reason[]): Verdict {
  const verdicts = new Set(reasons.map(({ verdict }) => verdict));
  return (["unknown", "fail", "pending"] as const).find((verdict) => verdicts.has(verdict)) ?? "pass";
}
