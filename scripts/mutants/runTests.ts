import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { enginePath } from "../engine/enginePath.ts";
import { withoutUserSettings } from "../engine/withoutUserSettings.ts";
import { runGroup } from "./runGroup.ts";

/** How a run of vitest ended. Only a test that ran and failed has noticed anything. */
export type TestRun =
  | { readonly ended: "passed" }
  | { readonly ended: "failed"; readonly test: string }
  /** Nothing is shown: it did not start, did not end, or found no test. */
  | { readonly ended: "broken"; readonly problem: string };

const TIMEOUT_MS = 300_000;

const reportSchema = z.object({
  success: z.boolean(),
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
});

/** Runs some test files of a work tree. `bail`: one failure is enough to know. */
export async function runTests(root: string, files: readonly string[], { bail }: { bail: boolean }): Promise<TestRun> {
  const outputFile = join(root, "node_modules/.test-report.json");
  const args = ["run", "--project", "fast", "--reporter", "json", "--outputFile", outputFile, ...files];
  const program = [join(root, "node_modules/vitest/vitest.mjs"), ...args, ...(bail ? ["--bail", "1"] : [])];
  const { problem, output } = await runGroup(program, { cwd: root, env: environment(), timeoutMs: TIMEOUT_MS });
  if (problem) return { ended: "broken", problem };
  const report = readReport(outputFile);
  if (report === undefined) return { ended: "broken", problem: `vitest left no report: ${lastLine(output)}` };
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const failed = tests.find(({ status }) => status === "failed");
  if (failed) return { ended: "failed", test: failed.fullName };
  const broken = report.testResults.find(({ message }) => message !== "");
  if (broken) return { ended: "broken", problem: `${broken.name}: ${broken.message.split("\n")[0]}` };
  if (!report.success) return { ended: "broken", problem: `vitest failed, but no test did: ${lastLine(output)}` };
  return tests.length > 0 ? { ended: "passed" } : { ended: "broken", problem: "no test was run" };
}

/** Without what vitest tells its own workers, as this may run in one. */
function environment(): Record<string, string> {
  const entries = Object.entries(withoutUserSettings(process.env)).filter(([name]) => !name.startsWith("VITEST"));
  return { ...Object.fromEntries(entries), PATH: enginePath(undefined) };
}

function readReport(path: string) {
  try {
    return reportSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return undefined;
  }
}

function lastLine(output: string): string {
  return output.trim().split("\n").at(-1) ?? "";
}
