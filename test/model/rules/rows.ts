import type { FieldValue } from "./fieldValue.ts";

/** A backup set, as far as a rule asks about it. Times are milliseconds since 1970. */
export interface BackupRow {
  readonly id: string;
  readonly instance: FieldValue<string>;
  readonly status: FieldValue<string>;
  readonly type: FieldValue<string>;
  readonly method: FieldValue<string>;
  readonly mode: FieldValue<string>;
  /** What it covers: the instance, or single databases. */
  readonly scale: FieldValue<string>;
  /** The databases that it holds, separated by commas. */
  readonly databaseNames: FieldValue<string>;
  /** The databases for which it has a download link of their own. */
  readonly linkedDatabases: FieldValue<readonly string[]>;
  readonly engine: FieldValue<string>;
  readonly isAvailable: FieldValue<boolean>;
  /** Made beside the chain of full and incremental sets, which it leaves as it is. */
  readonly copyOnly: FieldValue<boolean>;
  readonly start: FieldValue<number>;
  readonly end: FieldValue<number>;
  readonly consistent: FieldValue<number>;
  readonly expiry: FieldValue<number | "never">;
  readonly size: FieldValue<number>;
}

/** A migrate task, a download task of either version of DBS, or a file of a migrate task. */
export interface TaskRow {
  /** The ID of a task, the name of a file. */
  readonly id: string;
  /** Of a migrate task FULL or UPDF: an incremental task bears the ID of the full one that it belongs to. */
  readonly mode: FieldValue<string>;
  readonly status: FieldValue<string>;
  readonly created: FieldValue<number>;
  readonly ended: FieldValue<number>;
  /** The databases that it is about. Empty where the operation names none. */
  readonly databases: FieldValue<readonly string[]>;
  readonly backupSet: FieldValue<string>;
  /** Of a file: whether it can be used. */
  readonly isAvailable: FieldValue<boolean>;
}
