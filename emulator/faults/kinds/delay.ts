import { z } from "zod";
import { faultKind } from "../FaultKind.ts";
import { type FaultScope, scopeShape } from "../faultScope.ts";

export interface DelayFault extends FaultScope {
  readonly kind: "delay";
  readonly ms: number;
  /** Default: beforeHeaders. */
  readonly when?: "beforeHeaders" | "midBody" | undefined;
}

/** The true reply after a pause, or with one in the middle. */
export const delay = faultKind<DelayFault>(
  z.strictObject({
    ...scopeShape,
    kind: z.literal("delay"),
    ms: z.int().min(0),
    when: z.enum(["beforeHeaders", "midBody"]).optional(),
  }),
  ({ ms, when = "beforeHeaders" }) => ({ reply: (honest) => ({ ...honest, delivery: { how: "delay", ms, when } }) }),
);
