import { z } from "zod";
import { faultKind } from "../FaultKind.ts";
import { type FaultScope, scopeShape } from "../faultScope.ts";
import { statusSchema } from "../kindOnlySchema.ts";

export interface EmptyFault extends FaultScope {
  readonly kind: "empty";
  /** Default: 200. */
  readonly status?: number | undefined;
}

/** A reply without a body. */
export const empty = faultKind<EmptyFault>(
  z.strictObject({ ...scopeShape, kind: z.literal("empty"), status: statusSchema.optional() }),
  ({ status = 200 }) => ({ reply: (honest) => ({ ...honest, status, body: "" }) }),
);
