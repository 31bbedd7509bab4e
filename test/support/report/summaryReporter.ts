import { writeFileSync } from "node:fs";
import type { Reporter, SerializedError, TestCase, TestModule } from "vitest/node";
import { formatSummary, type TestSummary } from "./testSummary.ts";

/** Says why tests were skipped, and ends the run with one line of counts. */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const inState = (state: string) => tests.filter((test) => test.result().state === state);
    const skipped = inState("skipped");
    tellReasons(skipped);
    endWith({
      passed: inState("passed").length,
      // A test that was not finished has not passed; neither has a file or a suite that fails around its tests.
      failed:
        inState("failed").length +
        inState("pending").length +
        modules.reduce((sum, module) => sum + failedSuites(module), 0) +
        unhandledErrors.length,
      skipped: skipped.length,
    });
  }
}

function failedSuites(module: TestModule): number {
  return [module, ...module.children.allSuites()].filter((suite) => suite.errors().length > 0).length;
}

function tellReasons(skipped: readonly TestCase[]): void {
  for (const [reason, tests] of Object.entries(Object.groupBy(skipped, reasonOf))) {
    console.log(`Skipped ${tests?.length ?? 0}: ${reason}`);
  }
}

/** Where the test says none itself, its titles do. */
function reasonOf(test: TestCase): string {
  const result = test.result();
  if (result.state === "skipped" && result.note) return result.note;
  if (test.project.name === "engine" && process.env.PULUMI_ENGINE_MISSING) return process.env.PULUMI_ENGINE_MISSING;
  return test.fullName;
}

/** `npm test` prints the line itself, after everything else; a bare vitest prints it when it ends. */
function endWith(summary: TestSummary): void {
  const file = process.env.TEST_SUMMARY_FILE;
  if (file) writeFileSync(file, JSON.stringify(summary));
  else process.once("exit", () => console.log(formatSummary(summary)));
}
