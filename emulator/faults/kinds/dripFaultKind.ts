import { z } from "zod";
import { defineFaultKind } from "../FaultKind.ts";
import { type FaultScope, faultScopeShape } from "../faultScope.ts";

export interface DripFault extends FaultScope {
  readonly kind: "drip";
  readonly bytes: number;
  readonly everyMs: number;
}

/** The true reply, a few bytes at a time. */
export const dripFaultKind = defineFaultKind<DripFault>(
  z.strictObject({ ...faultScopeShape, kind: z.literal("drip"), bytes: z.int().min(1), everyMs: z.int().min(0) }),
  ({ bytes, everyMs }) => ({ reply: (honest) => ({ ...honest, delivery: { how: "drip", bytes, everyMs } }) }),
);
