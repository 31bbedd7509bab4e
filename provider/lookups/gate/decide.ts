import type { Verdict } from "../rollUp.ts";

export type Phase = "preview" | "up";
export type Enforcement = "deny" | "warn" | "off";

/** What a gate does about a verdict. */
export type Decision =
  | "open"
  /** Goes on, and says that it is not a pass. */
  | "warn"
  /** Goes on in preview only, and says that `up` would wait. */
  | "wouldWait"
  | "wait"
  | "refuse";

interface Case {
  readonly verdict: Verdict;
  /** Some reason says that waiting cannot help. */
  readonly terminal: boolean;
  readonly enforcement: Enforcement;
  readonly waits: boolean;
  readonly phase: Phase;
}

/**
 * The outcome table. Whatever is not a pass is let through by nothing but `warn`, `off` or a wait that is still to come.
 * An `unknown` is waited for like a `fail`: the service may answer the next time, and rows change.
 */
export function decide({ verdict, terminal, enforcement, waits, phase }: Case): Decision {
  if (enforcement === "off" || verdict === "pass") return "open";
  if (enforcement === "warn") return "warn";
  if (terminal || !waits) return "refuse";
  return phase === "preview" ? "wouldWait" : "wait";
}
