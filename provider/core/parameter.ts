import type { z } from "zod";

/** A request parameter: what a program may pass, and its name on the wire. */
export interface Parameter {
  readonly wire: string;
  readonly schema: z.ZodType;
  /** The field that this parameter selects by: the same filter is applied again here, to every row. */
  readonly filters?: string;
  /** That field changes while a thing lives, so an old row can enter a list that is filtered by it. */
  readonly changes?: true;
  /** The field that must repeat the value: a row of another instance is an error, not a mismatch. */
  readonly owns?: string;
  /** One spelling, in lower case, for values that the service writes in several ways. */
  readonly spelling?: (value: string) => string;
}

export function parameter(
  wire: string,
  schema: z.ZodType,
  doc: string,
  options: Pick<Parameter, "filters" | "changes" | "owns" | "spelling"> = {},
): Parameter {
  return { wire, schema: schema.describe(doc), ...options };
}
