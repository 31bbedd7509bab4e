import type { z } from "zod";

/** A schema that is a type with a name of its own in the Pulumi schema and in the SDK. */
export interface NamedType {
  readonly module: string;
  readonly name: string;
  readonly schema: z.ZodObject;
}

const types: NamedType[] = [];

export function nameType<S extends z.ZodObject>(schema: S, module: string, name: string): S {
  types.push({ module, name, schema });
  return schema;
}

/** All of them, once functions and gates have been made. */
export function namedTypes(): readonly NamedType[] {
  return types;
}
