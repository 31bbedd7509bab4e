// npm test: vitest, and after all its output one line with the counts, also when it did not get as far as counting.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatSummary, type TestSummary } from "../test/support/report/testSummary.ts";
import { projectRoot } from "./projectRoot.ts";
import { setUpProblems } from "./setUpProblems.ts";
import { runChild } from "./setup/runChild.mjs";

const folder = mkdtempSync(join(tmpdir(), "alicloud-backups-test-"));
const summaryFile = join(folder, "summary.json");

const vitest = join(projectRoot, "node_modules/vitest/vitest.mjs");
const env = { ...process.env, TEST_SUMMARY_FILE: summaryFile };
const exitCode = await runChild(process.execPath, [vitest, "run", ...process.argv.slice(2)], { cwd: projectRoot, env });
const counted = readSummary();
rmSync(folder, { recursive: true });

const problems = setUpProblems();
for (const problem of problems) console.log(`Set-up failed, counted as one failure: ${problem}`);
const failed = counted.failed + problems.length;
console.log(formatSummary({ ...counted, failed }));
process.exitCode = exitCode !== 0 ? exitCode : Math.min(failed, 1);

function readSummary(): TestSummary {
  try {
    return JSON.parse(readFileSync(summaryFile, "utf8"));
  } catch {
    console.log("vitest ended before it had counted its tests.");
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
