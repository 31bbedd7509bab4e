import type { JsonObject } from "../../../provider/core/json.ts";
import type { Operation } from "../../../provider/core/operation.ts";
import { compareNewestFirst } from "../../../provider/core/row.ts";
import { describeDownloadTask } from "../../../provider/operations/describeDownloadTask.ts";
import { describeMigrateTasks } from "../../../provider/operations/describeMigrateTasks.ts";
import { NOW } from "../fixtures/backups.ts";
import { downloadTask, migrateTask } from "../fixtures/tasks.ts";

type Task = Parameters<typeof migrateTask>;

/** What speaks against these tasks, as `rule verdict`, each once. */
export function against(operation: Operation, rows: readonly JsonObject[], asked: JsonObject): readonly string[] {
  const judged = rows
    .map((raw) => operation.decodeRow(raw))
    .sort(compareNewestFirst)
    .map((row) => ({ row, reasons: operation.judge(asked).row(row, NOW) }));
  const good = judged.filter(({ reasons }) => reasons.length === 0).map(({ row }) => row);
  const reasons = operation.judge(asked).assess({ rows: judged, good, now: NOW, searchStart: undefined });
  return [...new Set(reasons.map(({ rule, verdict }) => `${rule} ${verdict}`))];
}

export const migration = (asked: JsonObject, ...tasks: Task[]) =>
  against(
    describeMigrateTasks,
    tasks.map((task) => migrateTask(...task).row),
    asked,
  );
export const downloads = (asked: JsonObject, ...tasks: Task[]) =>
  against(
    describeDownloadTask,
    tasks.map((task) => downloadTask(...task).row),
    asked,
  );
