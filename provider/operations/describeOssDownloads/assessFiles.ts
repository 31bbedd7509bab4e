import { ageReasons } from "../../core/ageReasons.ts";
import type { Evidence } from "../../core/evidence.ts";
import type { Reason } from "../../core/reason.ts";
import { failReason } from "../../core/reason.ts";

interface Conditions {
  readonly expectedFiles?: number | undefined;
  readonly maxAge?: number | undefined;
}

/** Every file must be good, and it must be certain that there will be no more of them. */
export function assessFiles(evidence: Evidence, { expectedFiles, maxAge }: Conditions): readonly Reason[] {
  const { rows, now } = evidence;
  const ofFiles = rows.flatMap(({ row, reasons }) =>
    [
      ...reasons.map((each) => ({ ...each, message: `file ${row.id}: ${each.message}` })),
      ...ageReasons(row, now, maxAge, `file ${row.id}`),
    ].map((each) => ({ ...each, rowId: row.id })),
  );
  const none = rows.length === 0 ? [failReason("exists", "the migrate task has no files")] : [];
  return [...none, ...ofFiles, ...completeness(evidence, expectedFiles)];
}

function completeness({ rows, parentTask }: Evidence, expectedFiles: number | undefined): readonly Reason[] {
  if (expectedFiles !== undefined) {
    // A file that is listed twice is one file.
    const count = new Set(rows.map(({ row }) => row.id)).size;
    const message = `there are ${count} files, ${expectedFiles} were expected`;
    return count === expectedFiles ? [] : [failReason("expectedFiles", message)];
  }
  if (parentTask === undefined || parentTask.length === 0) {
    return [
      failReason(
        "migrateTaskId",
        "the migrate task does not exist, or no longer exists: give expectedFiles to do without it",
      ),
    ];
  }
  return parentTask
    .flatMap(({ reasons }) => reasons)
    .map((reason) => ({ ...reason, message: `the migrate task: ${reason.message}` }));
}
