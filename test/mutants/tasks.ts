import type { Mutant } from "../../scripts/mutants/mutant.ts";

const tasksTests: Mutant["tests"] = ["test/unit/assessPinnedOrNewestTasks.test.ts"];
const files: Mutant["tests"] = ["test/unit/assessFiles.test.ts"];

/** Tasks and their files: what counts as done. */
export const tasks: readonly Mutant[] = [
  {
    name: "an older good task makes up for a newer failed one",
    file: "provider/operations/rules/assessPinnedOrNewestTasks.ts",
    original: "flatMap((group) => possibleNewestRows(group, rowOf, now)));",
    mutated:
      "flatMap((group) => group.filter((each) => each.reasons.length === 0).concat(group).slice(0, 1)));\n  void now;",
    tests: tasksTests,
  },
  {
    name: "the newest task of all counts, whatever its database",
    file: "provider/operations/rules/assessPinnedOrNewestTasks.ts",
    original: "for (const name of databases.length > 0 ? databases : [unnamed]) {",
    mutated: 'for (const name of databases.length >= 0 ? [""] : [unnamed]) {',
    tests: tasksTests,
  },
  {
    name: "of a download of several databases only the first counts",
    file: "provider/operations/rules/assessPinnedOrNewestTasks.ts",
    original: "databases.length > 0 ? databases :",
    mutated: "databases.length > 0 ? databases.slice(0, 1) :",
    tests: tasksTests,
  },
  {
    name: "tasks whose databases cannot be read are of one",
    file: "provider/operations/rules/assessPinnedOrNewestTasks.ts",
    original: "`?${each.row.id}`",
    mutated: '"?"',
    tests: tasksTests,
  },
  {
    name: "no task at all passes",
    file: "provider/operations/rules/assessPinnedOrNewestTasks.ts",
    original: 'return [failReason("exists", message)];',
    mutated: "return message.length === 0 ? [] : [];",
    tests: tasksTests,
  },
  {
    name: "another task counts for the one that is named",
    file: "provider/operations/rules/assessPinnedOrNewestTasks.ts",
    original: "inScope.filter(({ row }) => row.id === taskId);",
    mutated: "inScope.filter(({ row }) => row.id === taskId || row.id.length > 0);",
    tests: tasksTests,
  },
  {
    name: "a task of another database counts",
    file: "provider/operations/rules/databaseReasons.ts",
    original: "name.toLowerCase() === databaseName.toLowerCase()",
    mutated: "name.toLowerCase().startsWith(databaseName.toLowerCase())",
    tests: tasksTests,
  },
  {
    name: "a task that names no database is out of the question",
    file: "provider/operations/rules/databaseReasons.ts",
    original: 'return [unknownReason("databaseName", "it does not name a database")];',
    mutated: 'return [outOfScopeReason("databaseName", "it does not name a database")];',
    tests: tasksTests,
  },
  {
    name: "files pass before their task is done",
    file: "provider/operations/describeOssDownloads/assessFiles.ts",
    original: "return parentTask\n    .flatMap(({ reasons }) => reasons)",
    mutated: "return parentTask\n    .flatMap(({ reasons }) => reasons.slice(reasons.length))",
    tests: files,
  },
  {
    name: "files pass with a task that is not known",
    file: "provider/operations/describeOssDownloads/assessFiles.ts",
    original: "if (parentTask === undefined || parentTask.length === 0) {",
    mutated: "if (parentTask === undefined) return [];\n  if (parentTask.length === 0) {",
    tests: files,
  },
  {
    name: "more files than expected are enough",
    file: "provider/operations/describeOssDownloads/assessFiles.ts",
    original: "return count === expectedFiles ? []",
    mutated: "return count >= expectedFiles ? []",
    tests: files,
  },
  {
    name: "a task without files passes",
    file: "provider/operations/describeOssDownloads/assessFiles.ts",
    original: 'rows.length === 0 ? [failReason("exists", "the migrate task has no files")] : []',
    mutated: "rows.length === 0 ? [] : []",
    tests: files,
  },
  {
    name: "the task is read after its files, and one that is added meanwhile is missed",
    file: "provider/operations/describeOssDownloads/gatherFilesAndTaskIfNeeded.ts",
    original: "const tasks = await readOtherOperation(describeMigrateTasks);",
    mutated:
      "const files = await readRows();\n  readRows = async () => files;\n  const tasks = await readOtherOperation(describeMigrateTasks);",
    tests: ["test/lookups/ossDownloads.test.ts"],
  },
  {
    name: "a file counts as restored while it is being restored",
    file: "provider/operations/describeOssDownloads/fileReasons.ts",
    original: 'good: ["Restored"],\n    pending: ["NoStart", "Downloading", "Finished", "CheckSuccess", "Restoring"],',
    mutated: 'good: ["Restored", "Restoring"],\n    pending: ["NoStart", "Downloading", "Finished", "CheckSuccess"],',
    tests: ["test/lookups/taskStates.test.ts", "test/lookups/ossDownloads.test.ts"],
  },
];
