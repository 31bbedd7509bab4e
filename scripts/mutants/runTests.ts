import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { enginePath } from "../engine/enginePath.ts";
import { withoutUserSettings } from "../engine/withoutUserSettings.ts";
import { readReport, type TestRun } from "./readReport.ts";
import { runGroup } from "./runGroup.ts";

const TIMEOUT_MS = 300_000;

/** Runs some test files of a work tree. `bail`: one failure is enough to know. */
export async function runTests(root: string, files: readonly string[], { bail }: { bail: boolean }): Promise<TestRun> {
  const report = join(root, "node_modules/.test-report.json");
  // A run that crashes leaves none, and must not be judged by that of another.
  rmSync(report, { force: true });
  const projects = ["--project", "fast", "--project", "isolated"];
  const args = ["run", ...projects, "--reporter", "json", "--outputFile", report, ...files];
  const program = [join(root, "node_modules/vitest/vitest.mjs"), ...args, ...(bail ? ["--bail", "1"] : [])];
  const code = await runGroup(program, { cwd: root, env: environment(), timeoutMs: TIMEOUT_MS });
  if (code === "timeout") return { ended: "broken", problem: `it did not end within ${TIMEOUT_MS / 1000} s` };
  return readReport(existsSync(report) ? readFileSync(report, "utf8") : undefined, code);
}

/** Without what vitest tells its own workers, as this may run in one. */
function environment(): Record<string, string> {
  const entries = Object.entries(withoutUserSettings(process.env)).filter(([name]) => !name.startsWith("VITEST"));
  return { ...Object.fromEntries(entries), PATH: enginePath(undefined) };
}
