import type { Reason } from "./reason.ts";
import type { Row } from "./row.ts";

/** A row and what speaks against it; an empty list means that it is good. */
export interface JudgedRow {
  readonly row: Row;
  readonly reasons: readonly Reason[];
  /** What a good row rests on, as a clause: `incremental on full backup 12 of ...`. Absent where it stands for itself. */
  readonly restsOn?: string;
}

/** The rows of one reading, judged together: newest first. */
export interface JudgedReading {
  readonly rows: readonly JudgedRow[];
  /** Rows of which only older ones than were read can tell whether they are good. */
  readonly needOlder: ReadonlySet<Row>;
}

/** A whole answer, judged: newest first. */
export interface Evidence {
  readonly rows: readonly JudgedRow[];
  readonly good: readonly Row[];
  /** The service's time from its `Date` header, else the local clock. */
  readonly now: number;
  /** The beginning of the time that was searched, where the operation has one. */
  readonly searchStart: number | undefined;
  /** The beginning of the caller's `lookback`: the search goes further back where `maxAge` allows an older row. */
  readonly lookbackStart?: number;
  /** Where there is no row and the caller accepts a new instance: that it is one, or why it is not taken for one. */
  readonly newInstance?: Reason;
  /** The parent task, judged: several rows where each may be the newest of its ID. */
  readonly parentTask?: readonly JudgedRow[] | undefined;
}
