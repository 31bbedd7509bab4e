import { z } from "zod";
import { faultKind } from "../FaultKind.ts";
import { type FaultScope, scopeShape } from "../faultScope.ts";

export interface DripFault extends FaultScope {
  readonly kind: "drip";
  readonly bytes: number;
  readonly everyMs: number;
}

/** The true reply, a few bytes at a time. */
export const drip = faultKind<DripFault>(
  z.strictObject({ ...scopeShape, kind: z.literal("drip"), bytes: z.int().min(1), everyMs: z.int().min(0) }),
  ({ bytes, everyMs }) => ({ reply: (honest) => ({ ...honest, delivery: { how: "drip", bytes, everyMs } }) }),
);
