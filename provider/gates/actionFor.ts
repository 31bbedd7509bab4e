import type { Verdict } from "../lookups/verdict.ts";
import type { OverrideStanding } from "./override.ts";
import type { GatePolicy } from "./policyFor.ts";

/** What a gate does about a verdict. */
export type GateAction =
  | "pass"
  | "off"
  /** Goes on because of an override, and says that it is not a pass. */
  | "override"
  /** Goes on, and says that it is not a pass. */
  | "warn"
  /** Goes on in preview only, and says that `up` would wait. */
  | "defer"
  | "wait"
  | "refuse";

interface Finding {
  readonly verdict: Verdict;
  readonly reasons: readonly { readonly terminal: boolean }[];
}

/**
 * The outcome table. Whatever is not a pass is let through by nothing but an override that is in force, `warn`, `off` or a
 * wait that is still to come. An `unknown` is waited for like a `fail`: the service may answer the next time, and rows
 * change. A terminal reason is one that waiting cannot change.
 */
export function actionFor(
  { enforcement, waitMs, phase }: Omit<GatePolicy, "verdictsSameInUp" | "override">,
  { verdict, reasons }: Finding,
  override: OverrideStanding["kind"] = "absent",
): GateAction {
  if (enforcement === "off") return "off";
  if (verdict === "pass") return "pass";
  if (override === "inForce") return "override";
  if (enforcement === "warn") return "warn";
  if (waitMs === undefined || reasons.some(({ terminal }) => terminal)) return "refuse";
  return phase === "preview" ? "defer" : "wait";
}
