import type { Enforcement, Phase } from "./enforcementIn.ts";
import { enforcementIn } from "./enforcementIn.ts";
import type { GateControls } from "./gateControls.ts";
import type { Override } from "./override.ts";

/** What a gate does in one phase. */
export interface GatePolicy {
  readonly phase: Phase;
  /** What a verdict other than `pass` does in this phase. */
  readonly enforcement: Enforcement;
  /** How long `up` may wait for a pass; undefined where it does not wait. */
  readonly waitMs: number | undefined;
  /** What lets the gate through in spite of its verdict, while it is in force. */
  readonly override: Override | undefined;
  /** The verdicts of this phase that `up` would record as well, if the service answered the same. */
  readonly verdictsSameInUp: "all" | "pass" | "none";
}

/** How a gate behaves in a phase. */
export function policyFor(
  controls: Pick<GateControls, "enforcement" | "previewEnforcement" | "waitFor" | "override">,
  phase: Phase,
): GatePolicy {
  const { override } = controls;
  const [inPreview, inUp] = [enforcementIn("preview", controls), enforcementIn("up", controls)];
  // With `warn` and `off`, up goes on at once.
  const waitMs = inUp === "deny" ? controls.waitFor : undefined;
  if (phase === "up") return { phase, enforcement: inUp, waitMs, override, verdictsSameInUp: "all" };
  return { phase, enforcement: inPreview, waitMs, override, verdictsSameInUp: recordableInPreview(inUp, inPreview) };
}

function recordableInPreview(
  enforcement: Enforcement,
  previewEnforcement: Enforcement,
): GatePolicy["verdictsSameInUp"] {
  // If only one of the two phases is off, it asks nothing, and knows nothing of what the other one shows.
  if (enforcement === "off" || previewEnforcement === "off") return enforcement === previewEnforcement ? "all" : "none";
  // Under `deny` what is not a pass is refused or waited for in up: another answer, or none.
  return enforcement === "deny" ? "pass" : "all";
}
