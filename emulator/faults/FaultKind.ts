import type { z } from "zod";
import type { FaultEffect } from "./FaultEffect.ts";

/** One kind of fault: how it is written, and what it does. */
export interface FaultKind<Fault = unknown> {
  readonly schema: z.ZodType<Fault>;
  /** @throws z.ZodError for a fault that is not written so; programs without types make such. */
  readonly effectOf: (fault: unknown) => FaultEffect;
}

export function defineFaultKind<Fault>(
  schema: z.ZodType<Fault>,
  effect: (fault: Fault) => FaultEffect,
): FaultKind<Fault> {
  return { schema, effectOf: (fault) => effect(schema.parse(fault)) };
}
