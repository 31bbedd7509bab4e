import { MIGRATE_TASKS_KEPT } from "../expect/visible.ts";
import { type FieldValue, readableOf } from "../rules/fieldValue.ts";
import type { BackupRow, TaskRow } from "../rules/rows.ts";
import { HOUR } from "../rules/times.ts";
import { type BackupScenario, type FileScenario, START, type TaskScenario } from "../scenario.ts";
import { apiShapes } from "../service/apiShapes.ts";
import { backupWire } from "../service/backupWire.ts";
import type { Change } from "../service/history.ts";
import type { Modes } from "../service/modes.ts";
import { Table } from "../service/Table.ts";
import * as taskWire from "../service/taskWire.ts";

/** The list of backups. */
export function backupTable({ rows, changes, world }: BackupScenario): Table<BackupRow> {
  return new Table({
    shape: apiShapes.backup,
    rows,
    changes,
    edit: (row, edit) => ({ ...row, ...edit, end: mayEndNow(row.start) ? (edit.end ?? row.end) : row.end }),
    modes: world.modes,
    write: backupWire,
    spellingOf: ({ id }) => Number(id) + world.seed,
    idOf: ({ id }) => id,
    start: ({ start }) => readableOf(start),
    end: ({ end }) => readableOf(end),
    keptFor: Number.POSITIVE_INFINITY,
  });
}

/** How rows of tasks and files are written. */
export const taskWriters = {
  migrateTask: taskWire.migrateTaskWire,
  ossDownload: taskWire.ossDownloadWire,
  downloadTask: taskWire.downloadTaskWire,
  backupSetDownloadTask: taskWire.backupSetDownloadTaskWire,
};

interface TaskData {
  readonly rows: readonly TaskRow[];
  readonly changes: readonly Change<TaskRow>[];
}

/** A list of tasks or files. */
export function taskTable(
  kind: TaskScenario["kind"] | FileScenario["kind"],
  { rows, changes }: TaskData,
  { modes, seed }: { readonly modes: Modes; readonly seed: number },
): Table<TaskRow> {
  return new Table({
    shape: apiShapes[kind],
    rows,
    changes,
    edit: (row, edit) => ({ ...row, ...edit, ended: mayEndNow(row.created) ? (edit.ended ?? row.ended) : row.ended }),
    modes,
    write: taskWriters[kind],
    spellingOf: ({ id, created }) => seed + Number(id.replace(/\D/g, "")) + (readableOf(created) ?? 0) / 60_000,
    idOf: ({ id }) => id,
    start: ({ created }) => readableOf(created),
    end: ({ ended }) => readableOf(ended),
    keptFor: kind === "migrateTask" ? MIGRATE_TASKS_KEPT : Number.POSITIVE_INFINITY,
  });
}

/** Nothing takes longer than a day. */
function mayEndNow(start: FieldValue<number>): boolean {
  return (readableOf(start) ?? START) >= START - 23 * HOUR;
}
