import type { Evidence } from "../core/evidence.ts";
import { tooOld } from "../core/noneGood.ts";
import type { Objection } from "../core/objection.ts";
import { fails } from "../core/objection.ts";

interface Conditions {
  readonly expectedFiles?: number | undefined;
  readonly maxAge?: number | undefined;
}

/** Every file must be good, and it must be certain that there will be no more of them. */
export function assessFiles(evidence: Evidence, { expectedFiles, maxAge }: Conditions): readonly Objection[] {
  const { rows, now } = evidence;
  const ofFiles = rows.flatMap(({ row, objections }) =>
    [
      ...objections.map((each) => ({ ...each, message: `file ${row.id}: ${each.message}` })),
      ...tooOld(row, now, maxAge, `file ${row.id}`),
    ].map((each) => ({ ...each, rowId: row.id })),
  );
  const none = rows.length === 0 ? [fails("exists", "the migrate task has no files")] : [];
  return [...none, ...ofFiles, ...completeness(evidence, expectedFiles)];
}

function completeness({ rows, companion }: Evidence, expectedFiles: number | undefined): readonly Objection[] {
  if (expectedFiles !== undefined) {
    // A file that is listed twice is one file.
    const found = new Set(rows.map(({ row }) => row.id)).size;
    const message = `there are ${found} files, ${expectedFiles} were expected`;
    return found === expectedFiles ? [] : [fails("expectedFiles", message)];
  }
  if (companion === undefined || companion.length === 0) {
    return [
      fails(
        "migrateTaskId",
        "the migrate task does not exist, or no longer exists: give expectedFiles to do without it",
      ),
    ];
  }
  return companion
    .flatMap(({ objections }) => objections)
    .map((objection) => ({ ...objection, message: `the migrate task: ${objection.message}` }));
}
