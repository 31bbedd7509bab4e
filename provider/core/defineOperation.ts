import type { Evidence, JudgedReading, JudgedRow } from "./evidence.ts";
import type { MembersOf, ObjectInputType } from "./objectInputType.ts";
import type { EvidenceSource, Operation, OperationTimes, QuestionDefinition, ReportContent } from "./operation.ts";
import type { Parameter } from "./parameter.ts";
import type { Reason } from "./reason.ts";
import type { Row } from "./row.ts";
import type { RecordValues, RowValues } from "./rowDecoder.ts";
import { type RowDefinition, rowReader } from "./rowReader.ts";
import { readArgumentsAmongOthers } from "./validate.ts";

/** What a rule may know beside the row and the criteria. */
export interface JudgeContext {
  readonly now: number;
  readonly unreadableFields: ReadonlySet<string>;
}

/** The names of the fields, as the compiler knows them. */
type FieldName<Values> = keyof Values & string;

/**
 * An operation as its file writes it down: data, whose names of fields and parameters the compiler checks, and the few
 * pure functions in which it truly differs from the others.
 */
interface Definition<Values extends RecordValues, ParameterName extends string, Criteria, Conditions>
  extends Pick<Operation, "api" | "entity" | "ignored" | "gate">,
    RowDefinition<Values> {
  readonly parameters: Readonly<Record<ParameterName, Parameter<FieldName<Values>>>>;
  readonly times: OperationTimes<NoInfer<ParameterName>> & RowDefinition<Values>["times"];
  readonly question: QuestionDefinition<NoInfer<ParameterName>> & {
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
    readonly goodRowsToRead: (conditions: MembersOf<Conditions>) => number;
    /** Reads more than the rows, where the verdict rests on more. */
    readonly gather?: <E extends Evidence>(reader: EvidenceSource<E>, conditions: MembersOf<Conditions>) => Promise<E>;
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
  const { question, judge } = definition;
  const { criteria, conditions } = question;
  const { decodeRow, valuesOf } = rowReader(definition);

  return {
    ...definition,
    decodeRow,
    judge: (args) => {
      const [rowCriteria, wholeConditions] = [
        readArgumentsAmongOthers(criteria, args),
        readArgumentsAmongOthers(conditions, args),
      ];
      const judgeRow = (row: Row, now: number) =>
        judge.row(valuesOf(row), rowCriteria, { now, unreadableFields: row.unreadable });
      return {
        row: judgeRow,
        rows: (rows, { now, isWhole }) => {
          const judged = rows.map((row) => ({ row, reasons: judgeRow(row, now) }));
          return judge.together?.(judged, rowCriteria, isWhole) ?? { rows: judged, needOlder: new Set() };
        },
        goodRowsToRead: judge.goodRowsToRead(wholeConditions),
        gather: (reader) => judge.gather?.(reader, wholeConditions) ?? reader.readRows(),
        assess: (evidence) => judge.assess(evidence, wholeConditions, rowCriteria),
      };
    },
  };
}
