import fc from "fast-check";
import { readableOf, unreadable } from "../rules/fieldValue.ts";
import type { BackupRow } from "../rules/rows.ts";
import { DAY, HOUR, MINUTE } from "../rules/times.ts";
import { INSTANCE, START } from "../scenario.ts";
import { NEW_ID, rowId } from "./ids.ts";
import { age, rowsOf } from "./pools.ts";
import { someTweaks, type Tweak, withTweaks } from "./tweaks.ts";

const startOf = (row: BackupRow) => readableOf(row.start) ?? START;

/** A good one of this age. */
function goodBackup(id: string, ageMs: number, lengthMs: number): BackupRow {
  const start = START - ageMs;
  return {
    id,
    instance: INSTANCE,
    status: "Success",
    type: "FullBackup",
    method: "Physical",
    mode: "Automated",
    scale: undefined,
    databaseNames: undefined,
    linkedDatabases: undefined,
    engine: "MySQL",
    isAvailable: true,
    copyOnly: undefined,
    start,
    end: Math.min(start + lengthMs, START),
    consistent: undefined,
    expiry: START + 7 * DAY,
    size: 100,
  };
}

/** Each decides alone that the set is not one to restore from. */
const decisive: readonly Tweak<BackupRow>[] = [
  () => ({ status: "Failed" }),
  () => ({ status: "Running", end: undefined }),
  () => ({ isAvailable: false }),
  () => ({ expiry: START - HOUR }),
  (row) => ({ end: startOf(row) - 23 * HOUR }),
  () => ({ engine: "SQL Server", mode: "Manual" }),
];

const tweaks: readonly Tweak<BackupRow>[] = [
  ...decisive,
  ...decisive,
  ...decisive,
  ...decisive,
  () => ({ status: "Failed" }),
  () => ({ status: "Failed", type: "IncrementalBackup" }),
  () => ({ status: "Running", end: undefined }),
  () => ({ status: unreadable }),
  () => ({ status: undefined }),
  () => ({ type: "IncrementalBackup" }),
  () => ({ type: undefined }),
  () => ({ type: unreadable }),
  () => ({ method: "Snapshot" }),
  () => ({ method: "Snapshot" }),
  () => ({ method: "Logical" }),
  () => ({ method: unreadable }),
  () => ({ method: undefined }),
  () => ({ isAvailable: false }),
  () => ({ isAvailable: undefined }),
  () => ({ isAvailable: unreadable }),
  () => ({ expiry: START - HOUR }),
  () => ({ expiry: START + 5 * HOUR }),
  () => ({ expiry: "never" }),
  () => ({ expiry: undefined }),
  () => ({ expiry: unreadable }),
  () => ({ start: undefined }),
  () => ({ start: unreadable }),
  () => ({ end: undefined }),
  () => ({ end: unreadable }),
  (row) => ({ end: startOf(row) - 2 * MINUTE }),
  (row) => ({ end: startOf(row) - 6 * MINUTE }),
  (row) => ({ end: startOf(row) - 23 * HOUR }),
  () => ({ end: START + 40 * HOUR }),
  () => ({ start: START + 2 * MINUTE, end: undefined }),
  () => ({ start: START + 20 * MINUTE, end: undefined }),
  () => ({ start: START + 40 * HOUR, end: undefined }),
  (row) => ({ consistent: startOf(row) + 4 * MINUTE }),
  (row) => ({ consistent: startOf(row) - 4 * MINUTE }),
  (row) => ({ consistent: startOf(row) - 2 * DAY }),
  () => ({ consistent: START - HOUR }),
  () => ({ consistent: unreadable }),
  () => ({ size: 0 }),
  () => ({ size: 50 }),
  () => ({ size: 70 }),
  () => ({ size: 120 }),
  () => ({ size: undefined }),
  () => ({ size: unreadable }),
  () => ({ engine: "SQL Server", mode: "Manual" }),
  () => ({ engine: undefined, linkedDatabases: ["orders"], mode: "Manual" }),
  () => ({ engine: "mssql", linkedDatabases: ["orders", "Users"] }),
  () => ({ engine: "PostgreSQL", linkedDatabases: ["orders"], mode: "Manual" }),
  () => ({ engine: undefined }),
  () => ({ engine: unreadable, mode: "Manual" }),
  () => ({ engine: "-", method: "Logical" }),
  () => ({ mode: "Manual" }),
  () => ({ mode: undefined }),
  () => ({ scale: "DBInstance" }),
  () => ({ scale: "Database", databaseNames: "orders, Users" }),
  () => ({ scale: "Database" }),
  () => ({ scale: unreadable }),
  () => ({ databaseNames: "orders" }),
  () => ({ databaseNames: "all" }),
  () => ({ databaseNames: unreadable }),
  () => ({ linkedDatabases: unreadable }),
  () => ({ instance: undefined }),
  () => ({ copyOnly: false }),
  () => ({ copyOnly: true }),
  () => ({ copyOnly: true }),
  () => ({ copyOnly: unreadable }),
  () => ({ type: "LogBackup" }),
];

const few = someTweaks(tweaks);
const length = fc.constantFrom(0, 30 * MINUTE, 3 * HOUR, 23 * HOUR);

const base = fc.tuple(age, length, few);

function backupOf(
  [ageMs, lengthMs, differences]: readonly [number, number, readonly Tweak<BackupRow>[]],
  index: number,
) {
  const good = goodBackup(rowId(index), ageMs, lengthMs);
  return withTweaks(good, differences);
}

/** Backups with all that rows are seen to have; their IDs are not in the order of their times. */
export const backupRows: fc.Arbitrary<readonly BackupRow[]> = fc
  .tuple(rowsOf(base), fc.nat({ max: 60 }))
  .map(([bases, stranger]) => {
    const rows = bases.map(backupOf);
    // One time in sixty a row of another instance is among them, and is young, so that it is always read.
    return stranger > 0 ? rows : [...rows, { ...goodBackup(rowId(40), HOUR, 0), instance: "rm-other" }];
  });

/** Of these two of three are incremental, unless something is the matter with their type. */
export function withIncrements(rows: readonly BackupRow[]): readonly BackupRow[] {
  return rows.map((row, index) =>
    row.type === "FullBackup" && index % 3 > 0 ? { ...row, type: "IncrementalBackup" } : row,
  );
}

/** One that comes while the list is read: within a day of its own time. */
export const newBackup: fc.Arbitrary<BackupRow> = fc
  .tuple(fc.constantFrom(0, HOUR, 5 * HOUR, 19 * HOUR), few)
  .map(([ageMs, differences]) => {
    const good = goodBackup(NEW_ID, ageMs, 30 * MINUTE);
    const row = withTweaks(good, differences);
    return readableOf(row.end) === undefined ? row : { ...row, end: Math.max(readableOf(row.end) ?? 0, startOf(good)) };
  });

/** What changes of a backup in its life. */
export const backupEdit: fc.Arbitrary<Partial<BackupRow>> = fc.constantFrom<Partial<BackupRow>[]>(
  { status: "Failed", end: START },
  { status: "Success", end: START },
  { isAvailable: false },
  { isAvailable: true },
  { expiry: START - HOUR },
  { size: 90 },
);
