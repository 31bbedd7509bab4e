import type { ApiAction } from "./apiAction.ts";
import { ReplyError } from "./errors/ReplyError.ts";
import type { Json, JsonObject } from "./json.ts";
import type { IdentityFields, OperationTimes } from "./operation.ts";
import type { OrderTime, Row } from "./row.ts";
import { type DecodedRow, type FieldsOf, type RecordValues, type RowValues, rowDecoder } from "./rowDecoder.ts";
import { parseFormattedTime } from "./time.ts";

/** The part of a definition that says what its rows are. */
export interface RowDefinition<Values extends RecordValues> {
  readonly api: ApiAction;
  readonly fields: FieldsOf<Values>;
  readonly identity: IdentityFields<keyof Values & string>;
  readonly times: Pick<OperationTimes, "orderTime"> & {
    /** The time that rows are ordered and aged by. */
    readonly order: (values: NoInfer<RowValues<Values>>) => OrderTime | undefined;
    /** The field that tells when it ended. */
    readonly end?: keyof Values & string;
  };
}

interface RowReader<Values extends RecordValues> {
  /** @throws ReplyError for a row without a readable ID. */
  readonly decodeRow: (raw: JsonObject) => Row;
  /** What the rules see of a row that was decoded here. */
  readonly valuesOf: (row: Row) => RowValues<Values>;
}

/** Reads the rows of one operation. */
export function rowReader<Values extends RecordValues>({
  api: { action, noneTexts },
  fields,
  identity,
  times,
}: RowDefinition<Values>): RowReader<Values> {
  const idName = identity.field;
  const { order, end: endName, orderTime: shownTime } = times;
  const { decode, toRecord, toLinks } = rowDecoder(fields, {
    action,
    identity: idName,
    noneTexts,
    order,
    orderTimeName: shownTime?.name,
  });
  const isShown = (name: string): name is keyof Values & string =>
    Object.hasOwn(fields, name) && fields[name]?.secret === false;

  class OwnRow implements Row {
    readonly id: string;
    readonly identity: string;
    readonly endTime: number | undefined;
    readonly lastChangeTime: number | undefined;
    readonly #decoded: DecodedRow<Values>;
    /** Made when asked for: most rows of a long list leave by `newRecord` alone. */
    #record: JsonObject | undefined;

    constructor(raw: JsonObject) {
      this.#decoded = decode(raw);
      const { values, unreadable, orderTime } = this.#decoded;
      const id = values[idName];
      if (typeof id !== "string") throw new ReplyError(`${action} sent a row without a readable ${idName}.`);
      const end = endName === undefined ? undefined : values[endName];
      const isEndUnreadable = endName !== undefined && unreadable.has(endName);
      this.id = id;
      this.identity = identity.beside ? identityOf(values, [idName, ...identity.beside]) : id;
      this.endTime = typeof end === "string" ? parseFormattedTime(end) : undefined;
      this.lastChangeTime = isEndUnreadable ? undefined : (this.endTime ?? orderTime?.at);
    }

    get record(): JsonObject {
      this.#record ??= this.newRecord();
      return this.#record;
    }

    get links(): JsonObject {
      return toLinks(this.#decoded);
    }

    get unreadable(): ReadonlySet<string> {
      return this.#decoded.unreadable;
    }

    get orderTime(): OrderTime | undefined {
      return this.#decoded.orderTime;
    }

    newRecord(): Record<string, Json> {
      return toRecord(this.#decoded);
    }

    value(name: string): Json | undefined {
      return isShown(name) ? this.#decoded.values[name] : undefined;
    }

    static valuesOf(row: Row): RowValues<Values> {
      if (#decoded in row) return row.#decoded.values;
      throw new Error(`Row ${row.id} was not decoded by ${action}.`);
    }
  }

  return { decodeRow: (raw) => new OwnRow(raw), valuesOf: OwnRow.valuesOf };
}

function identityOf(values: Readonly<Record<string, Json | undefined>>, names: readonly string[]): string {
  return JSON.stringify(names.map((name) => values[name] ?? null));
}
