import { type FieldsOf, type RecordValues, type RowValues, rowDecoder } from "./decodeRow.ts";
import { ReplyError } from "./errors/ReplyError.ts";
import type { Evidence, JudgedReading, JudgedRow } from "./evidence.ts";
import type { JsonObject } from "./json.ts";
import type { MembersOf, ObjectInputType } from "./objectInputType.ts";
import type { EvidenceReader, Identity, Operation, OperationTimes, Question, ReportContent } from "./operation.ts";
import type { Parameter } from "./parameter.ts";
import type { Reason } from "./reason.ts";
import type { OrderTime, Row } from "./row.ts";
import { parseTime } from "./time.ts";
import { readArguments } from "./validate.ts";

/** What a rule may know beside the row and the criteria. */
export interface JudgeContext {
  readonly now: number;
  readonly unreadable: ReadonlySet<string>;
}

/** The names of the fields, as the compiler knows them. */
type FieldName<Values> = keyof Values & string;

/**
 * An operation as its file writes it down: data, whose names of fields and parameters the compiler checks, and the few
 * pure functions in which it truly differs from the others.
 */
interface Definition<Values extends RecordValues, ParameterName extends string, Criteria, Conditions>
  extends Pick<Operation, "api" | "entity" | "ignored" | "gate"> {
  readonly fields: FieldsOf<Values>;
  readonly parameters: Readonly<Record<ParameterName, Parameter<FieldName<Values>>>>;
  readonly identity: Identity<FieldName<Values>>;
  readonly times: OperationTimes<NoInfer<ParameterName>> & {
    /** The time that rows are ordered and aged by. */
    readonly order: (values: NoInfer<RowValues<Values>>) => OrderTime | undefined;
    /** The field that tells when it ended. */
    readonly end?: FieldName<Values>;
  };
  readonly question: Question<NoInfer<ParameterName>> & {
    readonly criteria: ObjectInputType<Criteria>;
    readonly conditions: ObjectInputType<Conditions>;
  };
  readonly report: ReportContent<FieldName<Values>>;
  readonly judge: {
    /** Every reason against calling this row good; none means good. */
    readonly row: (
      values: NoInfer<RowValues<Values>>,
      criteria: MembersOf<Criteria>,
      context: JudgeContext,
    ) => readonly Reason[];
    /** Judges anew what rests on other rows. Absent where every row stands for itself. */
    readonly together?: (rows: readonly JudgedRow[], criteria: MembersOf<Criteria>, isWhole: boolean) => JudgedReading;
    readonly rowsNeeded: (conditions: MembersOf<Conditions>) => number;
    /** Reads more than the rows, where the verdict rests on more. */
    readonly gather?: <E extends Evidence>(reader: EvidenceReader<E>, conditions: MembersOf<Conditions>) => Promise<E>;
    readonly assess: (
      evidence: Evidence,
      conditions: MembersOf<Conditions>,
      criteria: MembersOf<Criteria>,
    ) => readonly Reason[];
  };
}

/** Closes a definition over its own types, so that to the rest of the package all operations are of one type. */
export function defineOperation<Values extends RecordValues, ParameterName extends string, Criteria, Conditions>(
  definition: Definition<Values, ParameterName, Criteria, Conditions>,
): Operation {
  const { api, fields, identity, times, question, judge } = definition;
  const { criteria, conditions } = question;
  const idName = identity.field;
  const decode = rowDecoder(fields, {
    action: api.action,
    identity: idName,
    noneTexts: api.noneTexts,
    order: times.order,
    orderTimeName: times.orderTime?.name,
  });

  /** A row of this operation, and what its rules see of it. */
  class OwnRow implements Row {
    readonly id: string;
    readonly identity: string;
    readonly record: JsonObject;
    readonly links: JsonObject;
    readonly unreadable: ReadonlySet<string>;
    readonly orderTime: OrderTime | undefined;
    readonly endTime: number | undefined;
    readonly latestTime: number | undefined;
    readonly #values: RowValues<Values>;

    constructor(raw: JsonObject) {
      const { values, record, links, unreadable, orderTime } = decode(raw);
      const id = record[idName];
      if (typeof id !== "string") throw new ReplyError(`${api.action} sent a row without a readable ${idName}.`);
      const end = times.end === undefined ? undefined : record[times.end];
      const isEndUnreadable = times.end !== undefined && unreadable.has(times.end);
      this.id = id;
      this.identity = identity.beside ? identityOf(record, [idName, ...identity.beside]) : id;
      this.record = record;
      this.links = links;
      this.unreadable = unreadable;
      this.orderTime = orderTime;
      this.endTime = typeof end === "string" ? parseTime(end) : undefined;
      this.latestTime = isEndUnreadable ? undefined : (this.endTime ?? orderTime?.at);
      this.#values = values;
    }

    static valuesOf(row: Row): RowValues<Values> {
      if (#values in row) return row.#values;
      throw new Error(`Row ${row.id} was not decoded by ${api.action}.`);
    }
  }

  return {
    ...definition,
    decodeRow: (raw) => new OwnRow(raw),
    judge: (args) => {
      const [rowCriteria, wholeConditions] = [readArguments(criteria, args), readArguments(conditions, args)];
      const judgeRow = (row: Row, now: number) =>
        judge.row(OwnRow.valuesOf(row), rowCriteria, { now, unreadable: row.unreadable });
      return {
        row: judgeRow,
        rows: (rows, { now, isWhole }) => {
          const judged = rows.map((row) => ({ row, reasons: judgeRow(row, now) }));
          return judge.together?.(judged, rowCriteria, isWhole) ?? { rows: judged, needOlder: new Set() };
        },
        rowsNeeded: judge.rowsNeeded(wholeConditions),
        gather: (reader) => judge.gather?.(reader, wholeConditions) ?? reader.readRows(),
        assess: (evidence) => judge.assess(evidence, wholeConditions, rowCriteria),
      };
    },
  };
}

function identityOf(record: JsonObject, names: readonly string[]): string {
  return JSON.stringify(names.map((name) => record[name] ?? null));
}
