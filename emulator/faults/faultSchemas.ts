import { z } from "zod";
import { faultScopeShape } from "./faultScope.ts";

export const statusSchema = z.int().min(200).max(599);
export const headersSchema = z.record(z.string(), z.string());

/** A fault without options. */
export function kindAndScopeSchema<const Kind extends string>(kind: Kind) {
  return z.strictObject({ ...faultScopeShape, kind: z.literal(kind) });
}
