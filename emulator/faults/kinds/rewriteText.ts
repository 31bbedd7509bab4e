import { z } from "zod";
import { faultKind } from "../FaultKind.ts";
import { type FaultScope, scopeShape } from "../faultScope.ts";

/** In the process of the emulator only: a function changes the text of the true reply. */
export interface RewriteTextFault extends FaultScope {
  readonly kind: "rewriteText";
  readonly rewrite: (body: string) => string;
}

export const rewriteText = faultKind<RewriteTextFault>(
  z.strictObject({
    ...scopeShape,
    kind: z.literal("rewriteText"),
    rewrite: z.custom<RewriteTextFault["rewrite"]>((value) => typeof value === "function"),
  }),
  ({ rewrite }) => ({ rewriteText: rewrite }),
);
