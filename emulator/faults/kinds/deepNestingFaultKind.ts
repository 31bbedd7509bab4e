import { z } from "zod";
import { defineFaultKind } from "../FaultKind.ts";
import { type FaultScope, faultScopeShape } from "../faultScope.ts";

export interface DeepNestingFault extends FaultScope {
  readonly kind: "nested";
  readonly depth: number;
}

/** The true reply with lists in lists, so deep, in a key `Nested`. */
export const deepNestingFaultKind = defineFaultKind<DeepNestingFault>(
  z.strictObject({ ...faultScopeShape, kind: z.literal("nested"), depth: z.int().min(1) }),
  ({ depth }) => ({
    rewriteText: (text) => text.replace(/\}$/, () => `,"Nested":${"[".repeat(depth)}${"]".repeat(depth)}}`),
  }),
);
