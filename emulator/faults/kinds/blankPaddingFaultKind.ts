import { z } from "zod";
import { defineFaultKind } from "../FaultKind.ts";
import { type FaultScope, faultScopeShape } from "../faultScope.ts";

export interface BlankPaddingFault extends FaultScope {
  readonly kind: "padded";
  readonly bytes: number;
}

/** The true reply with so many blanks before its end. */
export const blankPaddingFaultKind = defineFaultKind<BlankPaddingFault>(
  z.strictObject({ ...faultScopeShape, kind: z.literal("padded"), bytes: z.int().min(1) }),
  ({ bytes }) => ({ reply: (honest) => ({ ...honest, delivery: { how: "padded", bytes } }) }),
);
