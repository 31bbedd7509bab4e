import { z } from "zod";

/** Which side of the codecs: what a program passes in, or what it gets back. */
export type SchemaSide = "input" | "output";

/** The schema without "optional", and of a codec only the requested side. */
export function bareSchema(schema: z.core.$ZodType, side: SchemaSide): z.core.$ZodType {
  if (schema instanceof z.ZodOptional) return bareSchema(schema.unwrap(), side);
  if (schema instanceof z.ZodPipe) return bareSchema(side === "input" ? schema.in : schema.out, side);
  return schema;
}
