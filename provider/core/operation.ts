import type { ApiAction } from "./apiAction.ts";
import type { EntityNames } from "./entity.ts";
import type { Evidence, JudgedReading, JudgedRow } from "./evidence.ts";
import type { Field } from "./field.ts";
import type { JsonObject } from "./json.ts";
import type { ObjectInputType } from "./objectInputType.ts";
import type { Parameter } from "./parameter.ts";
import type { Reason } from "./reason.ts";
import type { Row } from "./row.ts";

/** What tells one row from another. */
export interface IdentityFields<FieldName extends string = string> {
  /** The ID, as field and, where there is one, as parameter. */
  readonly field: FieldName;
  /** Fields that never change either, where several rows bear one ID: of these the newest is the one of that ID. */
  readonly beside?: readonly FieldName[];
}

/** The request parameters that cut a list by time, and how such a time is written. */
export interface WindowParameters<ParameterName extends string = string> {
  readonly start: ParameterName;
  readonly end: ParameterName;
  /** Absent where it is not documented which time the service cuts by: then no time is sent, and rows are cut here. */
  readonly write?: (at: number, edge: "start" | "end") => string;
  /** How far back the service remembers at all. */
  readonly retentionMs: number;
}

export interface OperationTimes<ParameterName extends string = string> {
  readonly window?: WindowParameters<ParameterName>;
  /** The property that shows the time by which rows are ordered and aged, when no field of its own is that time. */
  readonly orderTime?: { readonly name: string; readonly doc: string };
}

/** What a program may ask. */
export interface QuestionDefinition<ParameterName extends string = string> {
  /** The parameters that say whose rows: they belong to every function. The first one names the instance or plan. */
  readonly subject: readonly [ParameterName, ...ParameterName[]];
  /** The service wants at least one of these parameters. */
  readonly atLeastOneOf?: readonly [ParameterName, ...ParameterName[]];
  /** Arguments that decide which row is good. */
  readonly criteria: ObjectInputType;
  /** Arguments of verdict and gate: what the good rows must be like, taken together. */
  readonly conditions: ObjectInputType;
}

/** What a report shows of a row beside its ID, its time and what speaks against it, and the advice that ends a refusal. */
export interface ReportContent<FieldName extends string = string> {
  /** Of every row: what tells it from the others. */
  readonly columns: readonly FieldName[];
  /** Of a good row. A number is a size in bytes. */
  readonly goodRowDetails?: readonly FieldName[];
  /** Of one that is not good: the field in which the service says why. */
  readonly cause?: FieldName;
  readonly remedy: string;
}

export interface GateDefaults {
  /** When a gate that has passed is evaluated again, unless it says otherwise: tasks vanish after days. */
  readonly recheck: "always" | "untilPassed";
}

/** One API operation, as data. Everything that this package offers for it is derived from this. */
export interface Operation {
  readonly api: ApiAction;
  readonly entity: EntityNames;
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** The fields of one row by their names in Pulumi. */
  readonly fields: Readonly<Record<string, Field>>;
  /** Wire keys of a row that are knowingly left out, each with the reason. */
  readonly ignored: Readonly<Record<string, string>>;
  readonly identity: IdentityFields;
  readonly times: OperationTimes;
  readonly question: QuestionDefinition;
  readonly report: ReportContent;
  readonly gate: GateDefaults;
  /** @throws ReplyError for a row without a readable ID. */
  readonly decodeRow: (raw: JsonObject) => Row;
  /** Reads criteria and conditions among these arguments. @throws InputError for those that are wrong. */
  readonly judge: (args: JsonObject) => VerdictRules;
}

/** Why a row is not a good one; nothing when it is. */
export type JudgeRow = (row: Row, now: number) => readonly Reason[];

/** What is known of a reading beside its rows. */
export interface ReadingContext {
  readonly now: number;
  /** There are no older rows than these. */
  readonly isWhole: boolean;
}

/** Judges the rows of a reading, newest first, where one may rest on others. */
export type JudgeRows = (rows: readonly Row[], context: ReadingContext) => JudgedReading;

/** The rules of an operation, under criteria and conditions that have been read. */
export interface VerdictRules {
  readonly row: JudgeRow;
  readonly rows: JudgeRows;
  /** How many good rows the conditions need to see; the search goes on until it has them or reaches its end. */
  readonly goodRowsToRead: number;
  /** Reads all that the verdict rests on: the rows, and whatever else the rules of this operation look at. */
  readonly gather: <E extends Evidence>(reader: EvidenceSource<E>) => Promise<E>;
  /** Every reason against the evidence as a whole; none means pass. */
  readonly assess: (evidence: Evidence) => readonly Reason[];
}

/** Reads for one verdict, which is about one instance or plan in one region. */
export interface EvidenceSource<E extends Evidence> {
  /** The request parameters that say whose rows, by their names in Pulumi. */
  readonly subjectValues: Readonly<Record<string, string>>;
  /** The rows that the question is about, judged by its criteria. */
  readonly readRows: () => Promise<E>;
  /** Whether the service has no row of the instance at all: its ID is the only filter, and the range all that it remembers. */
  readonly serviceHasNoRow: () => Promise<boolean>;
  /** Whether whoever asks has recorded a row of this instance before; a function or a hook records nothing. */
  readonly gateHasRecordedRow: boolean;
  /** All that another operation knows of the same instance, judged by that operation's default criteria. */
  readonly readOtherOperation: (operation: Operation) => Promise<readonly JudgedRow[]>;
}
