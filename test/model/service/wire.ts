import { type FieldValue, unreadable } from "../rules/fieldValue.ts";

/** What JSON can hold. */
export type Wire = string | number | boolean | null | readonly Wire[] | { readonly [key: string]: Wire };
export type WireObject = Readonly<Record<string, Wire>>;

/** Which of the ways to write a value is taken: the same number takes the same way each time. */
export type Spelling = number;

/** What the documents leave open is written in every way that replies are seen to have. */
export function oneOf<T>(spelling: Spelling, first: T, ...others: readonly T[]): T {
  const choices = [first, ...others];
  return choices[spelling % choices.length] ?? first;
}

type Field = readonly [name: string, value: Wire | undefined];

/** A field that is not sent is left out. */
export function wireObject(...fields: readonly Field[]): WireObject {
  return Object.fromEntries(fields.filter((field): field is [string, Wire] => field[1] !== undefined));
}

/** A value as `write` writes it, nothing, or something that cannot be read. */
function wireValue<T>(
  value: FieldValue<T>,
  spelling: Spelling,
  { write, junk }: { readonly write: (value: T) => Wire; readonly junk: readonly [Wire, ...Wire[]] },
): Wire | undefined {
  if (value === undefined) return oneOf<Wire | undefined>(spelling, undefined, null, "");
  return value === unreadable ? oneOf(spelling, ...junk) : write(value);
}

const notText: readonly [Wire, ...Wire[]] = [{}, []];

export function wireText(value: FieldValue<string>, spelling: Spelling): Wire | undefined {
  return wireValue(value, spelling, { write: (text) => text, junk: notText });
}

/** A word of the service. */
export function wireWord(value: FieldValue<string>, spelling: Spelling): Wire | undefined {
  const write = (word: string) => oneOf(spelling, word, word, word.toUpperCase(), ` ${word} `, word.toLowerCase());
  return wireValue(value, spelling, { write, junk: notText });
}

/** An ID or another number that may be sent as text. */
export function wireNumber(value: FieldValue<number>, spelling: Spelling): Wire | undefined {
  const write = (number: number) => oneOf<Wire>(spelling, number, String(number));
  return wireValue(value, spelling, { write, junk: ["N/A", -1, {}] });
}

export function wireFlag(value: FieldValue<boolean>, spelling: Spelling): Wire | undefined {
  const write = (flag: boolean) =>
    flag ? oneOf<Wire>(spelling, 1, "True", true, "1") : oneOf<Wire>(spelling, 0, "False", false, "0");
  return wireValue(value, spelling, { write, junk: ["maybe", 2, {}] });
}

/** Of RDS: `2026-08-01T02:03:00Z`. Times of the model are whole minutes. */
export function wireTime(value: FieldValue<number>, spelling: Spelling): Wire | undefined {
  return wireValue(value, spelling, {
    write: (at) => timeText(at, spelling),
    junk: ["x", [], {}, "2026-02-30T00:00:00Z", "24:00"],
  });
}

export function wireExpiry(value: FieldValue<number | "never">, spelling: Spelling): Wire | undefined {
  return wireValue(value, spelling, {
    write: (at) => (at === "never" ? oneOf<Wire>(spelling, "-1", -1, "9999-01-01T00:00:00Z") : timeText(at, spelling)),
    junk: ["soon", [], "-2"],
  });
}

function timeText(at: number, spelling: Spelling): string {
  const text = new Date(at).toISOString();
  const minutes = text.slice(0, 16);
  return oneOf(spelling, `${minutes}:00Z`, `${minutes}Z`, `${text.slice(0, 10)} T${text.slice(11, 16)}:0Z`);
}

/** Milliseconds or seconds since 1970. */
export function wireEpoch(value: FieldValue<number>, unit: number, spelling: Spelling): Wire | undefined {
  const write = (at: number) => oneOf<Wire>(spelling, at / unit, String(at / unit));
  return wireValue(value, spelling, { write, junk: ["soon", 12, {}] });
}

/** `[a,b]`, JSON, or a bare name. */
export function wireNames(value: FieldValue<readonly string[]>, spelling: Spelling): Wire | undefined {
  const write = (names: readonly string[]) => {
    const bare = names.length === 1 ? [names.join("")] : [];
    return oneOf(spelling, `[${names.join(",")}]`, JSON.stringify(names), ...bare);
  };
  return wireValue(value, spelling, { write, junk: notText });
}
