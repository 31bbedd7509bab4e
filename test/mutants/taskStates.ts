import type { Mutant } from "../../scripts/mutants/mutant.ts";

const states: Mutant["tests"] = ["test/unit/taskStates.test.ts", "test/lookups/taskStates.test.ts"];

/** What the words for a state mean. */
export const taskStates: readonly Mutant[] = [
  {
    name: "a state that nobody knows is pending",
    file: "provider/core/taskStates.ts",
    original: "return [unknownReason(rule, `its state ${state} is not one that is known`)];",
    mutated: "return [pending(rule, `its state ${state} is not one that is known`)];",
    tests: states,
  },
  {
    name: "a state that begins like a good one is good",
    file: "provider/core/taskStates.ts",
    original: "isWordIgnoringCase(state, each)",
    mutated: "state.trim().toLowerCase().startsWith(each.toLowerCase())",
    tests: states,
  },
  {
    name: "a task without a state is good",
    file: "provider/core/taskStates.ts",
    original: 'if (state === undefined) return [unknownReason(rule, "it has no readable state")];',
    mutated: "if (state === undefined) return [];",
    tests: states,
  },
  {
    name: "waiting may help against a task that failed",
    file: "provider/core/taskStates.ts",
    original: 'message: `it is ${state}`, verdict: "fail", terminal: true',
    mutated: 'message: `it is ${state}`, verdict: "fail", terminal: false',
    tests: states,
  },
  {
    name: "a backup set download that was stopped is pending",
    file: "provider/operations/describeBackupSetDownloadTaskList.ts",
    original: '"schedule", "running"],',
    mutated: '"schedule", "running", "stop"],',
    tests: states,
  },
  {
    name: "a download that has expired is done",
    file: "provider/operations/describeDownloadTask.ts",
    original: 'good: ["finished"],',
    mutated: 'good: ["finished", "expired"],',
    tests: states,
  },
  {
    name: "a migrate task that waits for its next file is done",
    file: "provider/operations/describeMigrateTasks.ts",
    original: 'good: ["Success"],',
    mutated: 'good: ["Success", "Waiting"],',
    tests: states,
  },
  {
    name: "a file that was deleted is there",
    file: "provider/operations/describeOssDownloads/fileReasons.ts",
    original: 'good: ["Finished", "CheckSuccess", "Restoring", "Restored"],',
    mutated: 'good: ["Finished", "CheckSuccess", "Restoring", "Restored", "Deleted"],',
    tests: states,
  },
  {
    name: "a file that is not available is good",
    file: "provider/operations/describeOssDownloads/fileReasons.ts",
    original: "if (isAvailable === false) reasons.push(",
    mutated: "if (isAvailable === undefined && stage.length === 0) reasons.push(",
    tests: ["test/unit/assessFiles.test.ts"],
  },
];
