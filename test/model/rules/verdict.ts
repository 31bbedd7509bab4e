/** The answer to "is it good enough?". */
export type Verdict = "pass" | "fail" | "pending" | "unknown";

/** The worst one counts, and nothing against it is a pass. */
export function worst(verdicts: readonly Verdict[]): Verdict {
  return (["unknown", "fail", "pending"] as const).find((verdict) => verdicts.includes(verdict)) ?? "pass";
}
