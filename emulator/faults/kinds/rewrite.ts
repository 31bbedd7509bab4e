import { z } from "zod";
import type { Json, JsonObject } from "../../../provider/core/json.ts";
import { faultKind } from "../FaultKind.ts";
import { type FaultScope, scopeShape } from "../faultScope.ts";

/** In the process of the emulator only: a function changes the JSON of the true reply before it is written. */
export interface RewriteFault extends FaultScope {
  readonly kind: "rewrite";
  readonly rewrite: (body: JsonObject) => Json;
}

/** In the process of the emulator only: a function changes the text of the true reply. */
export interface RewriteTextFault extends FaultScope {
  readonly kind: "rewriteText";
  readonly rewrite: (body: string) => string;
}

const isFunction = (value: unknown) => typeof value === "function";

export const rewrite = faultKind<RewriteFault>(
  z.strictObject({
    ...scopeShape,
    kind: z.literal("rewrite"),
    rewrite: z.custom<RewriteFault["rewrite"]>(isFunction),
  }),
  ({ rewrite }) => ({ rewrite }),
);

export const rewriteText = faultKind<RewriteTextFault>(
  z.strictObject({
    ...scopeShape,
    kind: z.literal("rewriteText"),
    rewrite: z.custom<RewriteTextFault["rewrite"]>(isFunction),
  }),
  ({ rewrite }) => ({ rewriteText: rewrite }),
);
