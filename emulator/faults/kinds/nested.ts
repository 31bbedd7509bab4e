import { z } from "zod";
import { faultKind } from "../FaultKind.ts";
import { type FaultScope, scopeShape } from "../faultScope.ts";

export interface NestedFault extends FaultScope {
  readonly kind: "nested";
  readonly depth: number;
}

/** The true reply with lists in lists, so deep, in a key `Nested`. */
export const nested = faultKind<NestedFault>(
  z.strictObject({ ...scopeShape, kind: z.literal("nested"), depth: z.int().min(1) }),
  ({ depth }) => ({
    rewriteText: (text) => text.replace(/\}$/, () => `,"Nested":${"[".repeat(depth)}${"]".repeat(depth)}}`),
  }),
);
