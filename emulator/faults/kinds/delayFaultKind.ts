import { z } from "zod";
import { defineFaultKind } from "../FaultKind.ts";
import { type FaultScope, faultScopeShape } from "../faultScope.ts";

export interface DelayFault extends FaultScope {
  readonly kind: "delay";
  readonly ms: number;
  /** Default: beforeHeaders. */
  readonly when?: "beforeHeaders" | "midBody" | undefined;
}

/** The true reply after a pause, or with one in the middle. */
export const delayFaultKind = defineFaultKind<DelayFault>(
  z.strictObject({
    ...faultScopeShape,
    kind: z.literal("delay"),
    ms: z.int().min(0),
    when: z.enum(["beforeHeaders", "midBody"]).optional(),
  }),
  ({ ms, when = "beforeHeaders" }) => ({ reply: (honest) => ({ ...honest, delivery: { how: "delay", ms, when } }) }),
);
