import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { answers, records } from "../../examples/unit-tests/mocks.ts";
import { unpackedProject } from "../../scripts/matrix/unpackedProject.ts";
import { projectRoot } from "../../scripts/projectRoot.ts";

/** Tests as users write them, against the packed package: `examples/unit-tests`. */
const folder = mkdtempSync(join(tmpdir(), "alicloud-backups-user-tests-"));
afterAll(() => rmSync(folder, { recursive: true, maxRetries: 3 }));
const packages = join(projectRoot, "node_modules");

unpackedProject(folder, "beside");
cpSync(join(projectRoot, "examples/unit-tests"), folder, { recursive: true });
writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
symlinkSync(join(packages, "vitest"), join(folder, "node_modules/vitest"), "junction");

const run = (...args: readonly string[]) =>
  promisify(execFile)(process.execPath, args, { cwd: folder, timeout: 120_000, env: { PATH: process.env.PATH } });

test("there is an answer for every function and resource", () => {
  const { functions, resources } = JSON.parse(readFileSync(join(projectRoot, "schema.json"), "utf8"));
  expect(Object.keys(answers).sort()).toEqual(Object.keys(functions).sort());
  expect(Object.keys(records).sort()).toEqual([...Object.keys(resources), "pulumi-nodejs:dynamic:Resource"].sort());
});

test("they pass in node --test", { timeout: 150_000 }, async () => {
  const { stdout } = await run("--test", "--test-reporter=tap", "node.test.ts");
  expect(stdout).toContain("# pass 2");
});

test("they pass in vitest", { timeout: 150_000 }, async () => {
  const { stdout } = await run(join(packages, "vitest/vitest.mjs"), "run", "vitest.test.ts", "--reporter=json");
  expect(JSON.parse(stdout)).toMatchObject({ success: true, numPassedTests: 2 });
});
