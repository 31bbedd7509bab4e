import type { BackupQuestion } from "./rules/backupQuestion.ts";
import type { FileQuestion } from "./rules/files.ts";
import type { GatePolicy } from "./rules/gateOutcome.ts";
import type { ListQuestion } from "./rules/list.ts";
import type { BackupRow, TaskRow } from "./rules/rows.ts";
import type { TaskQuestion } from "./rules/taskQuestion.ts";
import type { TaskKind } from "./rules/taskStates.ts";
import type { Change } from "./service/history.ts";
import type { Modes } from "./service/modes.ts";
import type { Outage } from "./service/trouble.ts";

/** What is asked, and in which form. */
export type Ask<Question> =
  | { readonly form: "list"; readonly list: ListQuestion; readonly pageSize: number | undefined }
  | { readonly form: "one"; readonly id: string }
  | { readonly form: "newest"; readonly question: Question }
  | { readonly form: "verdict"; readonly question: Question }
  | {
      readonly form: "gate";
      readonly question: Question;
      readonly phase: "preview" | "up";
      readonly policy: GatePolicy;
    };

/** Everything around the data: what is not established of the service, and what goes wrong. */
export interface World {
  readonly modes: Modes;
  readonly outages: readonly Outage[];
  readonly latencies: readonly number[];
  /** Of the chance on our side. */
  readonly seed: number;
}

interface Data<Row> {
  readonly rows: readonly Row[];
  readonly changes: readonly Change<Row>[];
}

export interface BackupScenario extends Data<BackupRow> {
  readonly kind: "backup";
  readonly ask: Ask<BackupQuestion>;
  readonly world: World;
}

export interface TaskScenario extends Data<TaskRow> {
  readonly kind: TaskKind;
  readonly ask: Ask<TaskQuestion>;
  readonly world: World;
}

export interface FileScenario extends Data<TaskRow> {
  readonly kind: "ossDownload";
  /** The migrate tasks of the instance. */
  readonly parents: Data<TaskRow>;
  readonly ask: Ask<FileQuestion>;
  readonly world: World;
}

export type Scenario = BackupScenario | TaskScenario | FileScenario;

/** The local time at which every scenario begins. */
export const START = Date.UTC(2026, 7, 1, 3);

/** Whose backups and tasks are asked about. */
export const INSTANCE = "rm-a";
export const PLAN = "dbs-plan";
/** The migrate task whose files are asked about. */
export const TASK = "5000";
