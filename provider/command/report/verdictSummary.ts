import type { Verdict } from "../../lookups/verdict.ts";
import type { InstanceHistory } from "./instanceHistory.ts";

export const verdictSigns: Readonly<Record<Verdict, { readonly sign: string; readonly state: string }>> = {
  pass: { sign: "✓", state: "good" },
  fail: { sign: "✗", state: "failed" },
  pending: { sign: "…", state: "pending" },
  unknown: { sign: "?", state: "unknown" },
};

/** The verdicts of all instances in one sentence: what is seen first. */
export function verdictSummary(instances: readonly InstanceHistory[]): string {
  const counts = (["fail", "pending", "unknown", "pass"] as const)
    .map((verdict) => ({ verdict, count: instances.filter((each) => each.verdict === verdict).length }))
    .filter(({ count }) => count > 0);
  const [only] = counts;
  if (instances.length === 1) return `${instances[0]?.id}: ${only?.verdict}`;
  if (counts.length === 1) return `All ${instances.length} instances: ${only?.verdict}`;
  return `${instances.length} instances: ${counts.map(({ verdict, count }) => `${count} ${verdict}`).join(", ")}`;
}
