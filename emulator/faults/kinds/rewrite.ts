import { z } from "zod";
import type { Json, JsonObject } from "../../../provider/core/json.ts";
import { faultKind } from "../FaultKind.ts";
import { type FaultScope, scopeShape } from "../faultScope.ts";

/** In the process of the emulator only: a function changes the JSON of the true reply before it is written. */
export interface RewriteFault extends FaultScope {
  readonly kind: "rewrite";
  readonly rewrite: (body: JsonObject) => Json;
}

export const rewrite = faultKind<RewriteFault>(
  z.strictObject({
    ...scopeShape,
    kind: z.literal("rewrite"),
    rewrite: z.custom<RewriteFault["rewrite"]>((value) => typeof value === "function"),
  }),
  ({ rewrite }) => ({ rewrite }),
);
