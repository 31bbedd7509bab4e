import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { checkHabitat } from "../../scripts/matrix/checkHabitat.ts";
import { libraryCompiler } from "../../scripts/matrix/compilers.ts";
import { entries, forms } from "../../scripts/matrix/programs.ts";
import { resolutions } from "../../scripts/matrix/resolutions.ts";
import { runPrograms } from "../../scripts/matrix/runPrograms.ts";
import { unpackedProject } from "../../scripts/matrix/unpackedProject.ts";
import { writePrograms } from "../../scripts/matrix/writePrograms.ts";
import { projectRoot } from "../../scripts/projectRoot.ts";
import { recordedDynamic } from "../states/recorded.ts";

/** A share of `npm run matrix`: the packed package in projects of others. */
const folders = mkdtempSync(join(tmpdir(), "alicloud-backups-habitats-"));
afterAll(() => rmSync(folders, { recursive: true, maxRetries: 3 }));
const emptyFolder = () => mkdtempSync(join(folders, "project-"));

const packages = join(projectRoot, "node_modules");
/** The oldest one that Pulumi brings along; newer ones, and other ways to resolve, are in `npm run matrix`. */
const oldestCompiler = join(packages, "@pulumi/pulumi/vendor/typescript@3.8.3/typescript.js");

test("TypeScript 3.8.3 compiles every form of import of every entry point, and Node runs them", {
  timeout: 300_000,
}, async () => {
  const project = unpackedProject(emptyFolder(), "beside");
  const compiler = libraryCompiler("3.8.3", oldestCompiler);
  const [resolution] = resolutions.filter(({ name }) => name === "commonjs/node");
  if (resolution === undefined) throw new Error("There is no commonjs/node.");

  const cells = await checkHabitat({ project, compiler, resolution, nodes: [process.execPath] });
  expect(cells.flatMap(({ problems }) => problems)).toEqual([]);
  expect(cells.map(({ outcome }) => outcome)).toEqual(
    Array.from({ length: forms.length * entries.length }, () => "passed"),
  );
});

test.each(["hoisted", "store"] as const)(
  "%s packages are found, by a dynamic provider from the state as well",
  { timeout: 150_000 },
  async (layout) => {
    const folder = unpackedProject(emptyFolder(), layout);
    const programs = writePrograms(folder);
    // What 0.1.0 left in a state is evaluated as well.
    const { __provider: source } = recordedDynamic("backup").recorded;
    writeFileSync(join(folder, "recorded-state.cjs"), `exports.answer = ${JSON.stringify(source)};`);
    const { answers } = await runPrograms(folder, process.execPath);
    for (const { file, entry } of programs) {
      const answer = answers[file] ?? "";
      expect(entry.accepts(answer), `${file}: ${answer}`).toBe(true);
    }
    expect(answers["recorded-state.cjs"]).toBe(source);
  },
);
