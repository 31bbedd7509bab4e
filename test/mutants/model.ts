import type { Mutant } from "../../scripts/mutants/mutant.ts";

const tests: Mutant["tests"] = ["test/model/model.test.ts"];
const backups = "provider/operations/describeBackups";

/**
 * Faults that the model of test/model must notice by itself: nobody wrote down the input that shows them. Its scenarios are
 * random, so each fault must show in several of a run: one that shows in four on average lives in one run of fifty, one that
 * shows in seven in one of a thousand.
 */
export const model: readonly Mutant[] = [
  {
    name: "model: every page is taken for the whole list",
    file: "provider/lookups/decodePage.ts",
    original: "return { ...page, serviceTime };",
    mutated: "return { ...page, total: page.rows.length, serviceTime };",
    tests,
  },
  {
    name: "model: two passes are merged, whatever they have",
    file: "provider/core/readWhole.ts",
    original: "if (twin && isWholeTogether(twin, pass)) return [...pass.rows.values()];",
    mutated: "if (previous) return [...new Map([...previous.rows, ...pass.rows]).values()];",
    tests,
  },
  {
    name: "model: rows may enter a list without any delay, and its window has no margin",
    file: "provider/core/startPass.ts",
    original: "export const MAX_LIST_ENTRY_DELAY_MS = 86_400_000;",
    mutated: "export const MAX_LIST_ENTRY_DELAY_MS = 0;",
    tests,
  },
  {
    name: "model: a refused page is an error, though the list has become shorter",
    file: "provider/core/readToEnd.ts",
    original: "      refusal = page.refusal;\n    } else {",
    mutated: "      throw page.refusal;\n    } else {",
    tests,
  },
  {
    name: "model: filters are left to the service",
    file: "provider/lookups/filterAndCheckRows.ts",
    original: "if (answers.includes(false)) return false;",
    mutated: "if (answers.includes(false)) return true;",
    tests,
  },
  {
    name: "model: a set that is not available is usable",
    file: `${backups}/backupReasons.ts`,
    original: "return isAvail === false ? [",
    mutated: "return isAvail === null ? [",
    tests,
  },
  {
    name: "model: a set that has expired is usable",
    file: `${backups}/backupReasons.ts`,
    original: "remaining > minRemaining) return [];",
    mutated: "remaining > minRemaining || remaining <= 0) return [];",
    tests,
  },
  {
    name: "model: a state that is not understood is a success",
    file: `${backups}/backupReasons.ts`,
    original: 'if (isWordIgnoringCase(backupStatus, "Success")) return [];',
    mutated: 'if (!isWordIgnoringCase(backupStatus, "Failed")) return [];',
    tests,
  },
  {
    name: "model: times may contradict each other",
    file: `${backups}/timeReasons.ts`,
    original: 'if (unreadableFields.has("backupEndTime")) return',
    mutated: 'if (!unreadableFields.has("x")) return undefined;\n  if (unreadableFields.has("backupEndTime")) return',
    tests,
  },
  {
    name: "model: any consistent time is the recovery point",
    file: `${backups}/recoveryPoint.ts`,
    original: "return plausible ?",
    mutated: "return !Number.isNaN(consistent) ?",
    tests,
  },
  {
    name: "model: what is not told is the whole instance",
    file: `${backups}/scopeReasons.ts`,
    original: "if (assumeWholeInstance || !mayBeOfSingleDatabases(backup, unreadable)) return [];",
    mutated: "if (assumeWholeInstance || unreadable !== undefined) return [];",
    tests,
  },
  {
    name: "model: minCount counts as far back as maxAge reaches",
    file: `${backups}/backupConditions.ts`,
    original: "row.orderTime !== undefined &&\n      row.orderTime.at >= lookbackStart,",
    mutated: "row.orderTime !== undefined,",
    tests,
  },
  {
    name: "model: a backup that is still running cannot fail any more",
    file: `${backups}/laterFailureReasons.ts`,
    original: "if (open === undefined) return [];",
    mutated: "if (open !== null) return [];",
    tests,
  },
  {
    name: "model: a newer row that is not understood hides an older good one",
    file: "provider/core/goodRows.ts",
    original: "return rows.filter(({ reasons }) => reasons.length === 0)",
    mutated:
      'return rows.filter(({ reasons }, index) => reasons.length === 0 && !rows.slice(0, index).some((row) => row.reasons[0]?.verdict === "unknown"))',
    tests,
  },
  {
    name: "model: the local clock tells the age",
    file: "provider/lookups/readRows.ts",
    original: "const presentTime = Math.max(now ?? client.serviceTime(), signedAt - LOCAL_CLOCK_TOLERANCE);",
    mutated: "const presentTime = host.now();",
    tests,
  },
  {
    name: "model: a reply that is dated hours ago tells the age",
    file: "provider/lookups/readRows.ts",
    original: "const presentTime = Math.max(now ?? client.serviceTime(), signedAt - LOCAL_CLOCK_TOLERANCE);",
    mutated: "const presentTime = now ?? client.serviceTime();",
    tests,
  },
  {
    name: "model: a newer task that failed counts less than an older one that succeeded",
    file: "provider/operations/rules/assessPinnedOrNewestTasks.ts",
    original: "[...groups.values()].flatMap((group) => possibleNewestRows(group, rowOf, now))",
    mutated: "[...groups.values()].flatMap((group) => possibleNewestRows(group.toReversed(), rowOf, now))",
    tests,
  },
  {
    name: "model: any task of an ID is the one of that ID",
    file: "provider/lookups/possibleNewestOfEachId.ts",
    original: "if (identity.beside === undefined) return rows;",
    mutated: "if (identity.beside !== null) return rows;",
    tests,
  },
  {
    name: "model: files are complete before their task has succeeded",
    file: "provider/operations/describeOssDownloads/assessFiles.ts",
    original: "return parentTask\n    .flatMap(({ reasons }) => reasons)",
    mutated: "return []\n    .flatMap(({ reasons }) => reasons)",
    tests,
  },
  {
    name: "model: the files are read before their task",
    file: "provider/operations/describeOssDownloads/gatherFilesAndTaskIfNeeded.ts",
    original: "const tasks = await readOtherOperation(describeMigrateTasks);",
    mutated:
      "const files = await readRows();\n  readRows = async () => files;\n  const tasks = await readOtherOperation(describeMigrateTasks);",
    tests,
  },
];
