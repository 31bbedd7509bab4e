import { z } from "zod";
import { defineFaultKind } from "../FaultKind.ts";
import { type FaultScope, faultScopeShape } from "../faultScope.ts";

/** In the process of the emulator only: a function changes the text of the true reply. */
export interface RewriteTextFault extends FaultScope {
  readonly kind: "rewriteText";
  readonly rewrite: (body: string) => string;
}

export const rewriteTextFaultKind = defineFaultKind<RewriteTextFault>(
  z.strictObject({
    ...faultScopeShape,
    kind: z.literal("rewriteText"),
    rewrite: z.custom<RewriteTextFault["rewrite"]>((value) => typeof value === "function"),
  }),
  ({ rewrite }) => ({ rewriteText: rewrite }),
);
