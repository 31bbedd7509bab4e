import type { Controls } from "./gateControls.ts";

export type Phase = "preview" | "up";
export type Enforcement = "deny" | "warn" | "off";

/** What a gate does in one phase. */
export interface Policy {
  readonly phase: Phase;
  /** What a verdict other than `pass` does in this phase. */
  readonly enforcement: Enforcement;
  /** How long `up` may wait for a pass; undefined where it does not wait. */
  readonly waitMs: number | undefined;
  /** The verdicts of this phase that `up` would record as well, if the service answered the same. */
  readonly recordable: "all" | "pass" | "none";
}

/**
 * The one place where `enforcement` and `previewEnforcement` of a gate meet. Hooks run in the user's program, which has
 * nothing of this code: theirs is `sdk/guard/judgeStep.ts`, without waits and records.
 */
export function policyFor(
  {
    enforcement = "deny",
    previewEnforcement = enforcement,
    waitFor,
  }: Pick<Controls, "enforcement" | "previewEnforcement" | "waitFor">,
  phase: Phase,
): Policy {
  // With `warn` and `off`, up goes on at once.
  const waitMs = enforcement === "deny" ? waitFor : undefined;
  if (phase === "up") return { phase, enforcement, waitMs, recordable: "all" };
  return {
    phase,
    enforcement: previewEnforcement,
    waitMs,
    recordable: recordableInPreview(enforcement, previewEnforcement),
  };
}

function recordableInPreview(enforcement: Enforcement, previewEnforcement: Enforcement): Policy["recordable"] {
  // If only one of the two phases is off, it asks nothing, and knows nothing of what the other one shows.
  if (enforcement === "off" || previewEnforcement === "off") return enforcement === previewEnforcement ? "all" : "none";
  // Under `deny` what is not a pass is refused or waited for in up: another answer, or none.
  return enforcement === "deny" ? "pass" : "all";
}
