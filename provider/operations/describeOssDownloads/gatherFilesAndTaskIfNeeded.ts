import type { Evidence } from "../../core/evidence.ts";
import type { EvidenceSource } from "../../core/operation.ts";
import { describeMigrateTasks } from "../describeMigrateTasks.ts";

/**
 * The files and, unless their number is known, the migrate task that they belong to: its list of files may grow until it
 * has succeeded. The task is read first, so that a file that is added after the task was seen to have succeeded cannot
 * be missed.
 */
export async function gatherFilesAndTaskIfNeeded<E extends Evidence>(
  { subjectValues, readRows, readOtherOperation }: EvidenceSource<E>,
  { expectedFiles }: { readonly expectedFiles?: number | undefined },
): Promise<E> {
  if (expectedFiles !== undefined) return await readRows();
  const tasks = await readOtherOperation(describeMigrateTasks);
  const parentTask = tasks.filter(({ row }) => row.id === subjectValues.migrateTaskId);
  return { ...(await readRows()), parentTask };
}
