import { type FieldValue, isWord } from "./fieldValue.ts";
import type { Verdict } from "./verdict.ts";

/** What the states of a task mean; any other one is unknown. The table of the design, section 5. */
export interface TaskStates {
  readonly good: readonly string[];
  readonly pending: readonly string[];
  readonly failed: readonly string[];
}

export type TaskKind = "migrateTask" | "downloadTask" | "backupSetDownloadTask";
export type Stage = "downloaded" | "checked" | "restored";

export const taskStates: Readonly<Record<TaskKind, TaskStates>> = {
  migrateTask: { good: ["Success"], pending: ["NoStart", "Running", "Waiting"], failed: ["Failed"] },
  downloadTask: {
    good: ["finished"],
    pending: ["Initializing", "queueing", "queuing", "running"],
    failed: ["failed", "expired"],
  },
  backupSetDownloadTask: {
    good: ["finish"],
    pending: ["checking", "check_pass", "schedule", "running", "init", "pause"],
    failed: ["stop"],
  },
};

const steps = ["NoStart", "Downloading", "Finished", "CheckSuccess", "Restoring", "Restored"];
const lastPending: Readonly<Record<Stage, string>> = {
  downloaded: "Downloading",
  checked: "Finished",
  restored: "Restoring",
};

/** A file goes through its states in order, and is good from some of them on. */
export function fileStates(stage: Stage): TaskStates {
  const reached = steps.indexOf(lastPending[stage]) + 1;
  return {
    good: steps.slice(reached),
    pending: steps.slice(0, reached),
    failed: ["DownloadFailed", "VerifyFailed", "DeleteFailed", "CheckFailed", "RestoreFailed", "Deleted"],
  };
}

export function stateVerdict({ good, pending, failed }: TaskStates, status: FieldValue<string>): Verdict {
  if (isWord(status, ...good)) return "pass";
  if (isWord(status, ...pending)) return "pending";
  return isWord(status, ...failed) ? "fail" : "unknown";
}
