import type { Verdict } from "./verdict.ts";

export type Enforcement = "deny" | "warn" | "off";

/** How a gate behaves. */
export interface GatePolicy {
  readonly enforcement?: Enforcement | undefined;
  readonly previewEnforcement?: Enforcement | undefined;
}

/** What comes of a gate that does not wait. Only `warned` and `off` go on without a pass. */
export type GateOutcome = "passed" | "refused" | "warned" | "off";

export function gateOutcome(
  { enforcement = "deny", previewEnforcement = enforcement }: GatePolicy,
  phase: "preview" | "up",
  verdict: Verdict,
): GateOutcome {
  const inForce = phase === "preview" ? previewEnforcement : enforcement;
  if (inForce === "off") return "off";
  if (verdict === "pass") return "passed";
  return inForce === "warn" ? "warned" : "refused";
}
