import { z } from "zod";
import { faultKind } from "../FaultKind.ts";
import { type FaultScope, scopeShape } from "../faultScope.ts";

export interface PaddedFault extends FaultScope {
  readonly kind: "padded";
  readonly bytes: number;
}

/** The true reply with so many blanks before its end. */
export const padded = faultKind<PaddedFault>(
  z.strictObject({ ...scopeShape, kind: z.literal("padded"), bytes: z.int().min(1) }),
  ({ bytes }) => ({ reply: (honest) => ({ ...honest, delivery: { how: "padded", bytes } }) }),
);
