import { z } from "zod";
import { faultKind } from "../FaultKind.ts";
import { type FaultScope, scopeShape } from "../faultScope.ts";

export interface DripFault extends FaultScope {
  readonly kind: "drip";
  readonly bytes: number;
  readonly everyMs: number;
}

export interface DelayFault extends FaultScope {
  readonly kind: "delay";
  readonly ms: number;
  /** Default: beforeHeaders. */
  readonly when?: "beforeHeaders" | "midBody" | undefined;
}

/** The true reply, a few bytes at a time. */
export const drip = faultKind<DripFault>(
  z.strictObject({ ...scopeShape, kind: z.literal("drip"), bytes: z.int().min(1), everyMs: z.int().min(0) }),
  ({ bytes, everyMs }) => ({ reply: (honest) => ({ ...honest, delivery: { how: "drip", bytes, everyMs } }) }),
);

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
