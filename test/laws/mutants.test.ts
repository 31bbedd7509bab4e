import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { applyMutant } from "../../scripts/mutants/applyMutant.ts";
import type { Mutant } from "../../scripts/mutants/mutant.ts";
import { readReport } from "../../scripts/mutants/readReport.ts";
import { type Outcome, runMutants } from "../../scripts/mutants/runMutants.ts";
import { testFiles } from "../../scripts/mutants/testFiles.ts";
import { projectRoot } from "../../scripts/projectRoot.ts";
import { mutants } from "../mutants/index.ts";

const sourceOf = ({ file }: Mutant) => readFileSync(join(projectRoot, file), "utf8");

test("there are enough mutants, each with a name of its own", () => {
  expect(mutants.length).toBeGreaterThanOrEqual(60);
  expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
});

test.each(mutants)("$name: its place is there once, and so are its tests", (mutant) => {
  expect(applyMutant(sourceOf(mutant), mutant)).not.toBe(sourceOf(mutant));
  expect(testFiles(mutant.tests)).not.toEqual([]);
});

describe("a mutant shows nothing, and is an error,", () => {
  const mutant: Mutant = { name: "m", file: "a.ts", original: "one", mutated: "two", tests: ["test/*.ts"] };
  test("when its place is gone", () => {
    expect(() => applyMutant("three", mutant)).toThrow("a.ts does not hold its original any more: one");
  });
  test("when its place is there twice", () => {
    expect(() => applyMutant("one, one", mutant)).toThrow("a.ts holds its original 2 times: one");
  });
  test("when it changes nothing", () => {
    expect(() => applyMutant("one", { ...mutant, mutated: "one" })).toThrow("it changes nothing in a.ts: one");
  });
  test("when it has no tests", () => {
    expect(() => testFiles(["test/unit/linkExpiry.test.ts", "test/no/such.test.ts"])).toThrow("test/no/such.test.ts");
  });
});

describe("a run of tests", () => {
  const report = (status: string, message = "") =>
    JSON.stringify({ testResults: [{ name: "a.test.ts", message, assertionResults: [{ status, fullName: "t" }] }] });
  test.each<readonly [string, string | undefined, number | null, object]>([
    ["a failed test is one", report("failed"), 1, { ended: "failed", test: "t" }],
    ["a passed one is one", report("passed"), 0, { ended: "passed" }],
    ["a crash is no result", report("pending"), 0, { problem: "vitest ended before this test did: t" }],
    ["neither is a file that fails around its tests", report("skipped", "Oh\nno"), 1, { problem: "a.test.ts: Oh" }],
    ["nor a failure of no test", report("passed"), 1, { problem: "vitest ended with 1, though no test failed" }],
    ["nor no test", JSON.stringify({ testResults: [] }), 0, { problem: "no test was run" }],
    ["nor tests that are skipped", report("skipped"), 0, { problem: "no test was run" }],
    ["nor no report", undefined, null, { problem: "vitest ended with null, and left no report" }],
  ])("%s", (_, text, code, expected) => {
    expect(readReport(text, code)).toEqual({ ended: "broken", ...expected });
  });
});

test("a mutant dies of a test that fails, and of nothing else", { timeout: 120_000 }, async () => {
  const [file, tests] = ["provider/core/linkExpiry.ts", ["test/unit/linkExpiry.test.ts"]] satisfies [string, [string]];
  const original = "return Number(expires) * 1000;";
  const source = sourceOf({ name: "", file, original, mutated: "", tests: ["test"] });
  const fates = new Map<string, Outcome["fate"]>();

  await runMutants(
    [
      { name: "a fault", file, original, mutated: "return Number(expires);", tests: [tests[0] ?? ""] },
      { name: "no fault", file, original, mutated: "return 1000 * Number(expires);", tests: [tests[0] ?? ""] },
      { name: "no program", file, original, mutated: "return (;", tests: [tests[0] ?? ""] },
      { name: "no place", file, original: "return 42;", mutated: "return 43;", tests: [tests[0] ?? ""] },
    ],
    ({ mutant, fate }) => fates.set(mutant.name, fate),
  );

  expect(Object.fromEntries(fates)).toEqual({
    "a fault": "died",
    "no fault": "lived",
    "no program": "error",
    "no place": "error",
  });
  expect(sourceOf({ name: "", file, original, mutated: "", tests: ["test"] })).toBe(source);
});
