import type { Field } from "../../../provider/core/field.ts";
import type { Operation } from "../../../provider/core/operation.ts";

export interface DeclaredField {
  readonly name: string;
  readonly wire: string;
  readonly secret: boolean;
  readonly field: Field;
}

/** The fields of an operation, each with what was declared about it. */
export function declaredFields({ fields }: Operation): readonly DeclaredField[] {
  return Object.entries(fields).map(([name, field]) => {
    const { wire, secret } = field;
    return { name, wire, secret, field };
  });
}

/** The wire name of the field that tells one row from another. */
export function identityWire(operation: Operation): string {
  const found = declaredFields(operation).find(({ name }) => name === operation.identity.field);
  if (found === undefined) throw new Error(`${operation.api.action} has no field ${operation.identity.field}.`);
  return found.wire;
}

export function declaredParameters({ parameters }: Operation): readonly { name: string; wire: string }[] {
  return Object.entries(parameters).map(([name, { wire }]) => ({ name, wire }));
}
