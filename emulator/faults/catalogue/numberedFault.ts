import { z } from "zod";
import { type FaultScope, faultScopeShape } from "../faultScope.ts";

/** A reply of the catalogue. */
export interface NumberedFault extends FaultScope {
  readonly kind: "case";
  /** `A36` of the adversarial replies, `F14` of the faults: see `docs/reliability.md`. */
  readonly number: string;
  /** Default: the first one of the case. */
  readonly variant?: string | undefined;
}

export const numberedFaultSchema = z.strictObject({
  ...faultScopeShape,
  kind: z.literal("case"),
  number: z.string(),
  variant: z.string().optional(),
}) satisfies z.ZodType<NumberedFault>;
