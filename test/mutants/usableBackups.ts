import type { Mutant } from "../../scripts/mutants/mutant.ts";

const reasons: Mutant["tests"] = ["test/unit/backupReasons.test.ts"];
const scope: Mutant["tests"] = ["test/unit/scopeReasons.test.ts"];
const times: Mutant["tests"] = ["test/unit/timeReasons.test.ts"];

/** Which backup set is one to restore from. */
export const usableBackups: readonly Mutant[] = [
  {
    name: "a backup in a state that nobody knows is a success",
    file: "provider/operations/describeBackups/backupReasons.ts",
    original: 'if (isWordIgnoringCase(backupStatus, "Success")) return [];',
    mutated: 'if (!isWordIgnoringCase(backupStatus, "Failed")) return [];',
    tests: reasons,
  },
  {
    name: "N7: a backup in a state that nobody knows has failed",
    file: "provider/operations/describeBackups/backupReasons.ts",
    original: 'return [{ ...unknownReason("backupStatus",',
    mutated: 'return [{ ...failReason("backupStatus",',
    tests: reasons,
  },
  {
    name: "an incremental backup is one to restore from",
    file: "provider/operations/describeBackups/backupReasons.ts",
    original: '...oneOf("backupType", backup.backupType, types), ',
    mutated: '...(backupType === FULL_BACKUP ? [] : oneOf("backupType", backup.backupType, types)), ',
    tests: reasons,
  },
  {
    name: "a backup of any method is one to restore from",
    file: "provider/operations/describeBackups/backupReasons.ts",
    original: '["Physical", "Snapshot"] :',
    mutated: '["Physical", "Snapshot", "Logical"] :',
    tests: reasons,
  },
  {
    name: "a set that is not available is usable",
    file: "provider/operations/describeBackups/backupReasons.ts",
    original: "return isAvail === false ?",
    mutated: "return isAvail === false && unreadable.size > 0 ?",
    tests: reasons,
  },
  {
    name: "a set whose availability cannot be read is usable",
    file: "provider/operations/describeBackups/backupReasons.ts",
    original: 'if (unreadable.has("isAvail")) return [unknownReason("isAvail", "isAvail cannot be read")];',
    mutated: 'if (unreadable.has("isAvail")) return [];',
    tests: reasons,
  },
  {
    name: "a set that expires this second is usable",
    file: "provider/operations/describeBackups/backupReasons.ts",
    original: "remaining > minRemaining)",
    mutated: "remaining >= minRemaining)",
    tests: reasons,
  },
  {
    name: "a set whose expiry cannot be read is usable",
    file: "provider/operations/describeBackups/backupReasons.ts",
    original: 'return [unknownReason("minRemaining", "expectExpireTime cannot be read")];',
    mutated: "return [];",
    tests: reasons,
  },
  {
    name: "N10: kept for ever, a set is held against a longer minRemaining",
    file: "provider/operations/describeBackups/backupReasons.ts",
    original: "if (expiry >= FOR_EVER_FROM || remaining > minRemaining)",
    mutated: "if (remaining > minRemaining)",
    tests: reasons,
  },
  {
    name: "W4: an end before the start is no contradiction",
    file: "provider/operations/describeBackups/timeReasons.ts",
    original: "end < parseFormattedTime(backupStartTime) - ROW_TIME_TOLERANCE)",
    mutated: "end < parseFormattedTime(backupStartTime) - 100_000 * ROW_TIME_TOLERANCE)",
    tests: times,
  },
  {
    name: "W4: an end that cannot be read is no contradiction",
    file: "provider/operations/describeBackups/timeReasons.ts",
    original: 'if (unreadableFields.has("backupEndTime")) return "its end cannot be read";',
    mutated: "",
    tests: times,
  },
  {
    name: "W4: a success whose end lies ahead is no contradiction",
    file: "provider/operations/describeBackups/timeReasons.ts",
    original: "if (!isSuccess || end <= now + ROW_TIME_TOLERANCE) return undefined;",
    mutated: "if (!isSuccess || end <= now + 1000 * ROW_TIME_TOLERANCE) return undefined;",
    tests: times,
  },
  {
    name: "a recovery point that lies ahead is believed",
    file: "provider/operations/describeBackups/timeReasons.ts",
    original: "if (point.at <= now + ROW_TIME_TOLERANCE) return [];",
    mutated: "if (point.at <= now + 1000 * ROW_TIME_TOLERANCE) return [];",
    tests: times,
  },
  {
    name: "a wild ConsistentTime makes an old backup the newest",
    file: "provider/operations/describeBackups/recoveryPoint.ts",
    original: "consistent >= start - ROW_TIME_TOLERANCE && consistent <= end + ROW_TIME_TOLERANCE",
    mutated: "consistent >= start - ROW_TIME_TOLERANCE",
    tests: ["test/unit/recoveryPoint.test.ts"],
  },
  {
    name: "W7: a SQL Server set made by hand is of the instance",
    file: "provider/operations/describeBackups/scopeReasons.ts",
    original: "(mayBeSqlServer && !isAutomated) ||",
    mutated: "",
    tests: scope,
  },
  {
    name: "W7: links for each database are no sign of SQL Server",
    file: "provider/operations/describeBackups/scopeReasons.ts",
    original: 'hasLinks || unreadable.has("engine")',
    mutated: 'unreadable.has("engine")',
    tests: scope,
  },
  {
    name: "W8: a logical set of MySQL is of the instance",
    file: "provider/operations/describeBackups/scopeReasons.ts",
    original: "|| (isLogical && mayBe(/mysql|maria/, true))",
    mutated: "",
    tests: scope,
  },
  {
    name: "W8: a logical set without an engine is of the instance",
    file: "provider/operations/describeBackups/scopeReasons.ts",
    original: "mayBe(/mysql|maria/, true)",
    mutated: "mayBe(/mysql|maria/, false)",
    tests: scope,
  },
  {
    name: "a set of one database is of the instance",
    file: "provider/operations/describeBackups/scopeReasons.ts",
    original: "if (/instance/i.test(backupScale) || isHeld) return [];",
    mutated: "if (/instance|database/i.test(backupScale) || isHeld) return [];",
    tests: scope,
  },
  {
    name: "a database is held by a set that names one like it",
    file: "provider/operations/describeBackups/scopeReasons.ts",
    original: "names.includes(databaseName);",
    mutated: "names.some((name) => name?.includes(databaseName));",
    tests: scope,
  },
];
