import { unreadable } from "./fieldValue.ts";
import { newestOf } from "./newestTask.ts";
import type { TaskRow } from "./rows.ts";
import { newestOfEachId, tasksInOrder } from "./taskOrder.ts";
import { fileStates, type Stage, stateVerdict, taskStates } from "./taskStates.ts";
import { ageVerdict } from "./taskVerdict.ts";
import { type Verdict, worst } from "./verdict.ts";

/** What is asked about the files of a migrate task. */
export interface FileQuestion {
  readonly taskId: string;
  readonly stage?: Stage | undefined;
  readonly expectedFiles?: number | undefined;
  readonly maxAge?: number | undefined;
}

/** Every file must be good, and it must be certain that there will be no more of them. No file never passes. */
export function filesVerdict(
  files: readonly TaskRow[],
  parents: readonly TaskRow[],
  question: FileQuestion,
  now: number,
): Verdict {
  const ofFiles = files.flatMap((file) => [fileVerdict(file, question), ageVerdict(file, question.maxAge, now)]);
  return worst([files.length === 0 ? "fail" : "pass", ...ofFiles, completeness(files, parents, question, now)]);
}

/** The newest file that has come far enough: its name, or undefined for an error. */
export function newestFile(files: readonly TaskRow[], question: FileQuestion, now: number): string | undefined {
  const good = tasksInOrder(files).filter((file) => fileVerdict(file, question) === "pass");
  return newestOf(good, question.maxAge, now);
}

function fileVerdict({ status, isAvailable }: TaskRow, { stage = "restored" }: FileQuestion): Verdict {
  const use = { true: "pass", false: "fail" } as const;
  const availability = isAvailable === unreadable ? "unknown" : use[`${isAvailable ?? true}`];
  return worst([stateVerdict(fileStates(stage), status), availability]);
}

/** The list may grow until the migrate task has succeeded, or has as many files as the caller expects. */
function completeness(
  files: readonly TaskRow[],
  parents: readonly TaskRow[],
  { taskId, expectedFiles }: FileQuestion,
  now: number,
): Verdict {
  if (expectedFiles !== undefined) return new Set(files.map(({ id }) => id)).size === expectedFiles ? "pass" : "fail";
  const tasks = newestOfEachId(parents, now).filter(({ id }) => id === taskId);
  if (tasks.length === 0) return "fail";
  return worst(tasks.map(({ status }) => stateVerdict(taskStates.migrateTask, status)));
}
