import fc from "fast-check";
import { unreadable } from "../rules/fieldValue.ts";
import type { TaskRow } from "../rules/rows.ts";
import { HOUR, MINUTE } from "../rules/times.ts";
import { type Scenario, START, TASK } from "../scenario.ts";
import { CHAIN_ID, NEW_ID, rowId } from "./ids.ts";
import { age, rowsOf, taskAge } from "./pools.ts";
import { someTweaks, type Tweak, withTweaks } from "./tweaks.ts";

export type TaskTable = Exclude<Scenario["kind"], "backup">;

/** Good ones first: most tasks have one. */
const states: Readonly<Record<TaskTable, readonly [string, ...string[]]>> = {
  migrateTask: ["Success", "NoStart", "Running", "Waiting", "Failed", "Paused"],
  ossDownload: [
    "Restored",
    "CheckSuccess",
    "Finished",
    "Restoring",
    "NoStart",
    "Downloading",
    "DownloadFailed",
    "VerifyFailed",
    "Deleted",
    "CheckFailed",
    "RestoreFailed",
    "Lost",
  ],
  downloadTask: ["finished", "running", "queuing", "queueing", "Initializing", "failed", "expired", "finishing"],
  backupSetDownloadTask: [
    "finish",
    "checking",
    "init",
    "check_pass",
    "pause",
    "schedule",
    "running",
    "stop",
    "finished",
  ],
};

const tweaks: readonly Tweak<TaskRow>[] = [
  () => ({ status: undefined }),
  () => ({ status: unreadable }),
  () => ({ created: undefined }),
  () => ({ created: unreadable }),
  () => ({ created: START + 2 * MINUTE, ended: undefined }),
  () => ({ created: START + 20 * MINUTE, ended: undefined }),
  () => ({ created: START + 40 * HOUR, ended: undefined }),
  () => ({ ended: undefined }),
  () => ({ ended: unreadable }),
  () => ({ databases: undefined }),
  () => ({ databases: unreadable }),
  () => ({ databases: ["users"] }),
  () => ({ databases: ["Orders"] }),
  () => ({ databases: ["users", "orders"] }),
  () => ({ backupSet: undefined }),
  () => ({ backupSet: unreadable }),
  () => ({ backupSet: "2" }),
  () => ({ isAvailable: false }),
  () => ({ isAvailable: undefined }),
  () => ({ isAvailable: unreadable }),
];

const few = someTweaks(tweaks);

/** Operations name no databases, one, or several. */
const named: Readonly<Record<TaskTable, number>> = {
  migrateTask: 1,
  ossDownload: 0,
  downloadTask: 9,
  backupSetDownloadTask: 0,
};

function taskRow(kind: TaskTable): fc.Arbitrary<TaskRow> {
  const [good, ...others] = states[kind];
  const status = fc.oneof(
    { weight: 5, arbitrary: fc.constant(good) },
    { weight: 3, arbitrary: fc.constantFrom(good, ...others) },
  );
  const hasTimeRange = kind === "migrateTask";
  return fc
    .tuple(hasTimeRange ? taskAge : age, status, few, fc.constantFrom(0, HOUR), fc.nat({ max: 9 }))
    .map(([ageMs, state, differences, lengthMs, digit]) => {
      const created = START - ageMs;
      const row: TaskRow = {
        id: `${digit}`,
        mode: kind === "migrateTask" ? "FULL" : undefined,
        status: state,
        created,
        ended: kind === "downloadTask" ? undefined : Math.min(created + lengthMs, START),
        databases: named[kind] > 0 ? ["orders"] : undefined,
        backupSet: "1",
        isAvailable: true,
      };
      const different = withTweaks(row, differences);
      const databases = firstOf(different.databases, named[kind]);
      return kind === "downloadTask" ? { ...different, databases, ended: undefined } : { ...different, databases };
    });
}

function firstOf(names: TaskRow["databases"], count: number): TaskRow["databases"] {
  if (count === 0) return undefined;
  return names === unreadable ? names : names?.slice(0, count);
}

/** Tasks in all states. Of migrate tasks some are the incremental ones that bear the ID of a full one. */
export function taskRows(kind: TaskTable): fc.Arbitrary<readonly TaskRow[]> {
  return rowsOf(taskRow(kind)).map((rows) => rows.map((row, index) => withId(kind, row, index)));
}

/** The tasks of the instance whose files are asked about; one of them, or a chain of them, is the task of the files. */
export const parentTasks: fc.Arbitrary<readonly TaskRow[]> = fc
  .array(taskRow("migrateTask"), { minLength: 0, maxLength: 3 })
  .map((rows) =>
    rows.map((row, index) => ({
      ...row,
      id: Number(row.id) < 7 ? TASK : String(6000 + index),
      mode: index === 0 ? "FULL" : `UPDF${index}`,
    })),
  );

function withId(kind: TaskTable, row: TaskRow, index: number): TaskRow {
  if (kind === "ossDownload") return { ...row, id: fileName(rowId(index)) };
  // The digit makes some of them the next one of a chain.
  const isOfChain = kind === "migrateTask" && Number(row.id) < 5;
  return isOfChain
    ? { ...row, id: CHAIN_ID, mode: index === 0 ? "FULL" : `UPDF${index}` }
    : { ...row, id: rowId(index) };
}

export function fileName(id: string): string {
  return `file-${id}.bak`;
}

/** One that comes while the list is read. */
export function newTask(kind: TaskTable): fc.Arbitrary<TaskRow> {
  return taskRow(kind).map((row) => {
    const created = START - HOUR;
    const id = kind === "ossDownload" ? fileName(NEW_ID) : NEW_ID;
    return { ...row, id, created: row.created === undefined ? undefined : created, ended: undefined };
  });
}

/** What changes of a task in its life. */
export function taskEdit(kind: TaskTable): fc.Arbitrary<Partial<TaskRow>> {
  const end = kind === "downloadTask" ? {} : { ended: START };
  return fc.constantFrom(...states[kind]).map((status) => ({ status, ...end }));
}
