import { z } from "zod";
import { defineFaultKind } from "../FaultKind.ts";
import { type FaultScope, faultScopeShape } from "../faultScope.ts";
import type { Delivery } from "../reply.ts";

export interface ResetOrStallFault extends FaultScope {
  /** `reset`: the connection is reset. `stall`: nothing more ever comes, and the connection stays open. */
  readonly kind: "reset" | "stall";
  readonly when: "beforeHeaders" | "midBody";
}

const deliveries = {
  reset: { beforeHeaders: { how: "resetBeforeHeaders" }, midBody: { how: "resetMidBody" } },
  stall: { beforeHeaders: { how: "stallBeforeHeaders" }, midBody: { how: "stallMidBody" } },
} as const satisfies Record<string, Record<string, Delivery>>;

/** A reply that breaks off. */
export const resetOrStallFaultKind = defineFaultKind<ResetOrStallFault>(
  z.strictObject({
    ...faultScopeShape,
    kind: z.enum(["reset", "stall"]),
    when: z.enum(["beforeHeaders", "midBody"]),
  }),
  ({ kind, when }) => ({ reply: (honest) => ({ ...honest, delivery: deliveries[kind][when] }) }),
);
