import type { Mutant } from "../../scripts/mutants/mutant.ts";

const latest: Mutant["tests"] = ["test/lookups/getLatestBackup.test.ts"];
const readiness: Mutant["tests"] = ["test/lookups/getBackupReadiness.test.ts"];

/** From rows to answers: filters and the newest. */
export const answers: readonly Mutant[] = [
  {
    name: "a row of another instance is an answer",
    file: "provider/lookups/filterAndCheckRows.ts",
    original: "(row.value(field) ?? value) !== value",
    mutated: "row.value(field) === undefined",
    tests: ["test/lookups/getBackups.test.ts"],
  },
  {
    name: "a row that does not say readably whose it is, is ours",
    file: "provider/lookups/filterAndCheckRows.ts",
    original: "row.unreadable.has(field) || ",
    mutated: "",
    tests: ["test/lookups/getBackups.test.ts"],
  },
  {
    name: "a download task of another region is one of ours",
    file: "provider/lookups/filterAndCheckRows.ts",
    original: "if (regionField !== undefined) refuseStrangers",
    mutated: "if (regionField === null) refuseStrangers",
    tests: ["test/lookups/downloadTasks.test.ts"],
  },
  {
    name: "filters are left to the service",
    file: "provider/lookups/filterAndCheckRows.ts",
    original: "if (answers.includes(false)) return false;",
    mutated: "if (answers.includes(false)) return true;",
    tests: ["test/lookups/getBackups.test.ts"],
  },
  {
    name: "a row that cannot be filtered is dropped",
    file: "provider/lookups/filterAndCheckRows.ts",
    original: "own === undefined ? undefined : filter",
    mutated: "own === undefined ? false : filter",
    tests: ["test/lookups/getBackups.test.ts"],
  },
  {
    name: "a reply that names another instance is the answer",
    file: "provider/lookups/filterAndCheckRows.ts",
    original: "if (values[name] === undefined || values[name] === echo) continue;",
    mutated: "if (echo !== undefined) continue;",
    tests: ["test/lookups/migrateTasks.test.ts"],
  },
  {
    name: "the oldest row is the newest",
    file: "provider/core/row.ts",
    original: "return b - a;",
    mutated: "return a - b;",
    tests: ["test/unit/row.test.ts", ...latest],
  },
  {
    name: "the newest backup need not be good",
    file: "provider/core/goodRows.ts",
    original: "reasons.length === 0",
    mutated: "reasons.length <= 1",
    tests: latest,
  },
  {
    name: "the search does not widen",
    file: "provider/lookups/searchNewest.ts",
    original: "const isEnough = evidence.good.length >= needed || reachMs >= longestReach;",
    mutated: "const isEnough = true;",
    tests: latest,
  },
  {
    name: "the search asks for no more than the very time that it wants",
    file: "provider/lookups/searchNewest.ts",
    original: "export const WINDOW_MARGIN_EACH_SIDE_MS = MAX_LIST_ENTRY_DELAY_MS;",
    mutated: "export const WINDOW_MARGIN_EACH_SIDE_MS = 0;",
    tests: ["test/requests/describeBackups.test.ts", "test/lookups/everyMode.test.ts"],
  },
  {
    name: "a pin takes the newest backup",
    file: "provider/lookups/latestLookup.ts",
    original: "if (pin !== undefined) return await readPinned(session, { target, id: pin, judge });",
    mutated: "",
    tests: latest,
  },
  {
    name: "a pinned backup is always usable",
    file: "provider/lookups/latestLookup.ts",
    original: "const usable = judged?.reasons.length === 0;",
    mutated: "const usable = judged?.reasons.length !== -1;",
    tests: latest,
  },
  {
    name: "a good row without a time does not make the newest unclear",
    file: "provider/lookups/latestLookup.ts",
    original: "if (unclear === undefined) return [];",
    mutated: "if (unclear === undefined || good.length > 0) return [];",
    tests: ["test/lookups/migrateTasks.test.ts"],
  },
  {
    name: "ages are counted by the local clock",
    file: "provider/lookups/readRows.ts",
    original: "const presentTime = Math.max(now ?? client.serviceTime(), signedAt - LOCAL_CLOCK_TOLERANCE);",
    mutated: "const presentTime = host.now();",
    tests: [...latest, ...readiness],
  },
  {
    name: "a reply that is dated long ago makes an old backup fresh",
    file: "provider/lookups/readRows.ts",
    original: "const presentTime = Math.max(now ?? client.serviceTime(), signedAt - LOCAL_CLOCK_TOLERANCE);",
    mutated: "const presentTime = now ?? client.serviceTime();",
    tests: readiness,
  },
  {
    name: "a reply that is dated long ago makes an old backup fresh where the local clock is behind",
    file: "provider/lookups/readRows.ts",
    original: "const signedAt = Math.max(host.now(), client.serviceTime());",
    mutated: "const signedAt = host.now();",
    tests: ["test/lookups/localClock.test.ts"],
  },
];
