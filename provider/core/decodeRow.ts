import { ReplyError } from "./errors/ReplyError.ts";
import { type Field, isId } from "./field.ts";
import type { Json, JsonObject } from "./json.ts";
import { isBlank } from "./json.ts";
import { recordMaker } from "./recordMaker.ts";
import type { OrderTime } from "./row.ts";
import { formatTime } from "./time.ts";

/** An ID is never cut, and none that is documented is longer. */
const MAX_ID = 256;
/** A longer text is not what the field is for, and counts as one that cannot be read. */
const MAX_FIELD = 64 * 1024;

/** The values of a row by their names in Pulumi, where all are there. */
export type RecordValues = Readonly<Record<string, Json>>;

/** The fields of a row, by the type of what they hold. */
export type FieldsOf<Values extends RecordValues> = { readonly [Name in keyof Values]: Field<Values[Name]> };

/** What the rules of an operation see of a row: undefined where it is absent or cannot be read. */
export type RowValues<Values extends RecordValues> = { readonly [Name in keyof Values]?: Values[Name] | undefined };

/** A row as its fields read it. */
export interface DecodedRow<Values extends RecordValues> {
  readonly values: RowValues<Values>;
  /** The same as JSON, without the secret fields, and those alone. */
  readonly record: JsonObject;
  readonly links: JsonObject;
  /** Fields that were sent but could not be read: absent here, and counted against the row. */
  readonly unreadable: ReadonlySet<string>;
  readonly orderTime: OrderTime | undefined;
}

/** What rows are of, beside their fields. */
interface RowKind<Values extends RecordValues> {
  readonly action: string;
  readonly identity: string;
  readonly noneTexts: readonly Json[];
  readonly order: (values: RowValues<Values>) => OrderTime | undefined;
  /** The property of the record that shows that time, where no field of its own is that time. */
  readonly orderTimeName: string | undefined;
}

/** Most rows have neither. */
const NO_LINKS: JsonObject = {};
const NONE_UNREADABLE: ReadonlySet<string> = new Set();

/**
 * Reads rows with the readers of these fields, each field by itself, so that one that cannot be read spoils no other.
 * What it returns throws a ReplyError for an ID that is longer than any.
 */
export function rowDecoder<Values extends RecordValues>(
  fields: FieldsOf<Values>,
  { action, identity, noneTexts, order, orderTimeName }: RowKind<Values>,
): (raw: JsonObject) => DecodedRow<Values> {
  const names: (keyof Values & string)[] = [];
  for (const name in fields) names.push(name);
  const columns = names.map((name, place) => {
    const { wire, secret: isSecret, read } = fields[name];
    return { place, name, wire, isSecret, read, isId: isId(identity, name) };
  });
  const shownNames: readonly string[] = names;
  const noValues = withoutValues<Values>(names);
  const makeRecord = recordMaker(orderTimeName === undefined ? names : [...names, orderTimeName]);
  // One row at a time is read, so that these need not be made anew.
  const shown = new Array<Json | undefined>(names.length + 1);
  const secret = new Array<Json | undefined>(names.length);

  return (raw) => {
    const values = { ...noValues };
    let hasLinks = false;
    let unreadable: Set<string> | undefined;
    shown.fill(undefined);
    secret.fill(undefined);
    for (const { place, name, wire, isSecret, read, isId } of columns) {
      const sent = Object.hasOwn(raw, wire) ? raw[wire] : undefined;
      if (isBlank(sent) || noneTexts.includes(sent)) continue;
      const value = isLongerThan(sent, MAX_FIELD) ? undefined : read(sent);
      if (value === undefined) {
        unreadable ??= new Set();
        unreadable.add(name);
        continue;
      }
      if (isId && isLongerThan(value, MAX_ID)) {
        throw new ReplyError(`${action} sent a row whose ${name} is longer than ${MAX_ID} characters.`);
      }
      values[name] = value;
      if (isSecret) {
        secret[place] = value;
        hasLinks = true;
      } else shown[place] = value;
    }
    const orderTime = order(values);
    if (orderTime && orderTimeName !== undefined)
      shown[names.length] = shown[shownNames.indexOf(orderTime.source)] ?? formatTime(orderTime.at);
    return {
      values,
      record: makeRecord(shown),
      links: hasLinks ? makeRecord(secret) : NO_LINKS,
      unreadable: unreadable ?? NONE_UNREADABLE,
      orderTime,
    };
  };
}

type Writable<Values extends RecordValues> = { -readonly [Name in keyof Values]?: Values[Name] | undefined };

/** As a copy, all that rules see has one form to V8. */
function withoutValues<Values extends RecordValues>(names: readonly (keyof Values)[]): Writable<Values> {
  const values: Writable<Values> = {};
  for (const name of names) values[name] = undefined;
  return { ...values };
}

function isLongerThan(value: Json, length: number): boolean {
  if (typeof value === "string") return value.length > length;
  return typeof value === "object" && value !== null && Object.values(value).some((each) => isLongerThan(each, length));
}
