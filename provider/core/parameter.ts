import type { InputType } from "./inputType.ts";
import { isWordIgnoringCase } from "./isWordIgnoringCase.ts";

/** Selects rows by one of their fields. */
export interface FieldFilter<FieldName extends string = string> {
  readonly field: FieldName;
  /** Whether a row with this text in the field belongs to a list that is filtered by this value. */
  readonly accepts: (text: string, value: string) => boolean;
}

/** The filter of nearly every parameter: the same word, whatever its case and the blanks around it. */
export function sameWordFilter<const FieldName extends string>(field: FieldName): FieldFilter<FieldName> {
  return { field, accepts: isWordIgnoringCase };
}

/** What a request parameter means for the rows of the reply. */
interface Selection<FieldName extends string> {
  /** What this parameter selects by: the same filter is applied again here, to every row. */
  readonly filters?: FieldFilter<FieldName>;
  /** That field changes while a thing lives, so an old row can enter a list that is filtered by it. */
  readonly changes?: true;
  /** The field that must repeat the value: a row of another instance is an error, not a mismatch. */
  readonly mustMatch?: FieldName;
}

/** A request parameter: what a program may pass, its meaning, and its name on the wire. */
export type Parameter<FieldName extends string = string> = InputType & {
  readonly wire: string;
} & Selection<FieldName>;

export function parameter<const FieldName extends string = never>(
  wire: string,
  inputType: InputType,
  doc: string,
  selection: Selection<FieldName> = {},
): Parameter<FieldName> {
  return Object.assign(inputType.describe(doc), { wire }, selection);
}
