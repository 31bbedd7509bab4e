import { z } from "zod";
import type { Json, JsonObject } from "../../../provider/core/json.ts";
import { defineFaultKind } from "../FaultKind.ts";
import { type FaultScope, faultScopeShape } from "../faultScope.ts";

/** In the process of the emulator only: a function changes the JSON of the true reply before it is written. */
export interface RewriteFault extends FaultScope {
  readonly kind: "rewrite";
  readonly rewrite: (body: JsonObject) => Json;
}

export const rewriteFaultKind = defineFaultKind<RewriteFault>(
  z.strictObject({
    ...faultScopeShape,
    kind: z.literal("rewrite"),
    rewrite: z.custom<RewriteFault["rewrite"]>((value) => typeof value === "function"),
  }),
  ({ rewrite }) => ({ rewrite }),
);
