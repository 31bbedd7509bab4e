import type { z } from "zod";

/** A name in the Pulumi schema and in the SDK. */
export interface TypeName {
  readonly module: string;
  readonly name: string;
}

/** A schema that is a type with a name of its own. */
export type NamedSchema = z.ZodObject & { readonly typeName: TypeName };

export function withTypeName<Schema extends z.ZodObject>(schema: Schema, module: string, name: string) {
  return Object.assign(schema, { typeName: { module, name } });
}

export function hasTypeName(schema: z.core.$ZodType): schema is NamedSchema {
  return Object.hasOwn(schema, "typeName");
}
