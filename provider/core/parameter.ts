import type { z } from "zod";

/** What a request parameter means for the rows of the reply. */
interface Selection<FieldName extends string> {
  /** The field that this parameter selects by: the same filter is applied again here, to every row. */
  readonly filters?: FieldName;
  /** That field changes while a thing lives, so an old row can enter a list that is filtered by it. */
  readonly changes?: true;
  /** The field that must repeat the value: a row of another instance is an error, not a mismatch. */
  readonly mustMatch?: FieldName;
  /** One spelling, in lower case, for values that the service writes in several ways. */
  readonly spelling?: (value: string) => string;
}

/** A request parameter: what a program may pass, its meaning, and its name on the wire. */
export type Parameter<FieldName extends string = string> = z.ZodType & { readonly wire: string } & Selection<FieldName>;

export function parameter<const FieldName extends string = never>(
  wire: string,
  schema: z.ZodType,
  doc: string,
  selection: Selection<FieldName> = {},
): Parameter<FieldName> {
  return Object.assign(schema.describe(doc), { wire }, selection);
}
