import type { JsonObject } from "../../../provider/core/json.ts";
import type { BackupQuestion } from "../rules/backupQuestion.ts";
import type { FileQuestion } from "../rules/files.ts";
import type { ListQuestion } from "../rules/list.ts";
import type { TaskQuestion } from "../rules/taskQuestion.ts";
import { INSTANCE, PLAN, type Scenario, TASK } from "../scenario.ts";

type Value = string | number | boolean | undefined;

/** Whose rows are meant. */
export function subjectArguments(kind: Scenario["kind"]): JsonObject {
  if (kind === "backupSetDownloadTask") return { backupPlanId: PLAN };
  return kind === "ossDownload" ? { dbInstanceId: INSTANCE, migrateTaskId: TASK } : { dbInstanceId: INSTANCE };
}

/** The name of the argument that is an ID. */
export const idArguments: Readonly<Record<Scenario["kind"], string>> = {
  backup: "backupId",
  migrateTask: "migrateTaskId",
  ossDownload: "fileName",
  downloadTask: "taskId",
  backupSetDownloadTask: "backupSetDownloadTaskId",
};

export function backupArguments(question: BackupQuestion): JsonObject {
  const { maxAge, lookback, minRemaining, ...rest } = question;
  return sent({
    ...rest,
    maxAge: duration(maxAge),
    lookback: duration(lookback),
    minRemaining: duration(minRemaining),
  });
}

export function taskArguments({ kind, taskId, databaseName, backupSet, maxAge, lookback }: TaskQuestion): JsonObject {
  return sent({
    [idArguments[kind]]: taskId,
    databaseName,
    backupSetId: backupSet,
    maxAge: duration(maxAge),
    lookback: duration(lookback),
  });
}

export function fileArguments({ stage, expectedFiles, maxAge }: FileQuestion): JsonObject {
  return sent({ stage, expectedFiles, maxAge: duration(maxAge) });
}

export function listArguments(
  kind: Scenario["kind"],
  { id, status, mode, type, backupSet, from, to }: ListQuestion,
  pageSize: number | undefined,
): JsonObject {
  return sent({
    [idArguments[kind]]: id,
    [kind === "backup" ? "backupStatus" : "state"]: status,
    backupMode: mode,
    backupType: type,
    backupSetId: backupSet,
    startTime: moment(from),
    endTime: moment(to),
    pageSize,
  });
}

function sent(values: Readonly<Record<string, Value>>): JsonObject {
  const entries = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(entries);
}

function duration(ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : `${ms / 1000}s`;
}

function moment(at: number | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString();
}
