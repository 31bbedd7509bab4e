import type { z } from "zod";
import { fieldInfo } from "../../provider/core/field.ts";
import type { Operation } from "../../provider/core/operation.ts";

export interface DeclaredField {
  readonly name: string;
  readonly wire: string;
  readonly secret: boolean;
  readonly schema: z.core.$ZodType;
}

/** The fields of an operation, each with what was declared about it. */
export function declaredFields({ action, fields }: Operation): readonly DeclaredField[] {
  return Object.entries(fields.shape).map(([name, schema]) => {
    const info = fieldInfo.get(schema);
    if (info === undefined) throw new Error(`${action}: ${name} was not made with field() or secretField().`);
    return { name, schema, ...info };
  });
}

/** The wire name of the field that tells one row from another. */
export function identityWire(operation: Operation): string {
  const found = declaredFields(operation).find(({ name }) => name === operation.identity);
  if (found === undefined) throw new Error(`${operation.action} has no field ${operation.identity}.`);
  return found.wire;
}

export function declaredParameters({ parameters }: Operation): readonly { name: string; wire: string }[] {
  return Object.entries(parameters).map(([name, { wire }]) => ({ name, wire }));
}
