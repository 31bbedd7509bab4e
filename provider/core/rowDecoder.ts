import { ReplyError } from "./errors/ReplyError.ts";
import { type Field, isAnyIdField } from "./field.ts";
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

/** Reads rows, and makes JSON of them for whoever needs it. */
export interface RowDecoder<Values extends RecordValues> {
  /** @throws ReplyError for an ID that is longer than any. */
  readonly decode: (raw: JsonObject) => DecodedRow<Values>;
  /** What is not secret, in an object of its own. */
  readonly toRecord: (row: DecodedRow<Values>) => Record<string, Json>;
  /** The secret fields alone. */
  readonly toLinks: (row: DecodedRow<Values>) => JsonObject;
}

/** Most rows have none. */
const NONE_UNREADABLE: ReadonlySet<string> = new Set();

/** Reads rows with the readers of these fields, each field by itself, so that one that cannot be read spoils no other. */
export function rowDecoder<Values extends RecordValues>(
  fields: FieldsOf<Values>,
  { action, identity, noneTexts, order, orderTimeName }: RowKind<Values>,
): RowDecoder<Values> {
  const names: (keyof Values & string)[] = [];
  for (const name in fields) names.push(name);
  const columns = names.map((name) => {
    const { wire, read } = fields[name];
    return { name, wire, read, isId: isAnyIdField(identity, name) };
  });
  const shownNames = names.filter((name) => !fields[name].secret);
  const secretNames = names.filter((name) => fields[name].secret);
  const columnNames: readonly string[] = shownNames;
  const noValues = withoutValues<Values>(names);
  const makeRecord = recordMaker(orderTimeName === undefined ? shownNames : [...shownNames, orderTimeName]);
  const makeLinks = recordMaker(secretNames);
  // One record at a time is made, so that this need not be made anew.
  const shown: (Json | undefined)[] = [];

  function decode(raw: JsonObject): DecodedRow<Values> {
    const values = { ...noValues };
    let unreadable: Set<string> | undefined;
    for (const { name, wire, read, isId } of columns) {
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
    }
    return { values, unreadable: unreadable ?? NONE_UNREADABLE, orderTime: order(values) };
  }

  function toRecord({ values, orderTime }: DecodedRow<Values>): Record<string, Json> {
    for (const [place, name] of shownNames.entries()) shown[place] = values[name];
    const time = orderTime && (shown[columnNames.indexOf(orderTime.source)] ?? formatTime(orderTime.at));
    if (orderTimeName !== undefined) shown[shownNames.length] = time;
    return makeRecord(shown);
  }

  return { decode, toRecord, toLinks: ({ values }) => makeLinks(secretNames.map((name) => values[name])) };
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
