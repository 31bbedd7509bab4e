import { z } from "zod";

/** How a run of vitest ended. Only a test that ran and failed has noticed anything. */
export type TestRun =
  | { readonly ended: "passed" }
  | { readonly ended: "failed"; readonly test: string }
  /** No result: the run did not start, did not end, or had no test. */
  | { readonly ended: "broken"; readonly problem: string };

const reportSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
});

/** What the JSON report of a run says that ended with this code. It calls a success what crashed before any test ended. */
export function readReport(text: string | undefined, exitCode: number | null): TestRun {
  if (text === undefined) return { ended: "broken", problem: `vitest ended with ${exitCode}, and left no report` };
  const { testResults } = reportSchema.parse(JSON.parse(text));
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const failed = tests.find(({ status }) => status === "failed");
  if (failed) return { ended: "failed", test: failed.fullName };
  const broken = testResults.find(({ message }) => message !== "");
  if (broken) return { ended: "broken", problem: `${broken.name}: ${broken.message.split("\n")[0]}` };
  const open = tests.find(({ status }) => status === "pending");
  if (open) return { ended: "broken", problem: `vitest ended before this test did: ${open.fullName}` };
  if (exitCode !== 0) return { ended: "broken", problem: `vitest ended with ${exitCode}, though no test failed` };
  return tests.some(({ status }) => status === "passed")
    ? { ended: "passed" }
    : { ended: "broken", problem: "no test was run" };
}
