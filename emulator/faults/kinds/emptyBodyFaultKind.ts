import { z } from "zod";
import { defineFaultKind } from "../FaultKind.ts";
import { statusSchema } from "../faultSchemas.ts";
import { type FaultScope, faultScopeShape } from "../faultScope.ts";

export interface EmptyBodyFault extends FaultScope {
  readonly kind: "empty";
  /** Default: 200. */
  readonly status?: number | undefined;
}

/** A reply without a body. */
export const emptyBodyFaultKind = defineFaultKind<EmptyBodyFault>(
  z.strictObject({ ...faultScopeShape, kind: z.literal("empty"), status: statusSchema.optional() }),
  ({ status = 200 }) => ({ reply: (honest) => ({ ...honest, status, body: "" }) }),
);
