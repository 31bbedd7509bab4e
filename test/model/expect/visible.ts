import { type FieldValue, readableOf } from "../rules/fieldValue.ts";
import type { BackupRow, TaskRow } from "../rules/rows.ts";
import { CLOCK_LAG, DAY } from "../rules/times.ts";
import type { Modes } from "../service/modes.ts";

/** DescribeMigrateTasks remembers about seven days. */
export const MIGRATE_TASKS_KEPT = 7 * DAY;

/** A question ends now, give and take the clocks: what the service dates later is not in its answer. */
export function visibleBackups(rows: readonly BackupRow[], modes: Modes, now: number): readonly BackupRow[] {
  return rows.filter(({ start, end }) => isDatedUntil(now, modes, start, end));
}

export function visibleMigrateTasks(rows: readonly TaskRow[], modes: Modes, now: number): readonly TaskRow[] {
  return rows.filter(
    ({ created, ended }) =>
      isDatedUntil(now, modes, created, ended) && (readableOf(created) ?? now) >= now - MIGRATE_TASKS_KEPT,
  );
}

function isDatedUntil(now: number, { rangeOf }: Modes, start: FieldValue<number>, end: FieldValue<number>): boolean {
  const began = readableOf(start);
  if (began === undefined) return true;
  return (rangeOf === "start" ? began : (readableOf(end) ?? began)) <= now + CLOCK_LAG;
}
