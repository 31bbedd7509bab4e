// npm run bench: how fast the plugin is, beside what one would use without it. docs/performance.md says how to read it.
import { parseArgs } from "node:util";
import { runParts } from "./bench/measure/runParts.ts";
import { parts } from "./bench/parts.ts";
import { checkLine } from "./bench/report/checkLine.ts";
import { compareFigures } from "./bench/report/compareFigures.ts";
import { goalLine } from "./bench/report/goalLine.ts";
import { readResults } from "./bench/report/results.ts";
import { surroundings } from "./bench/report/surroundings.ts";
import { writeResults } from "./bench/report/writeResults.ts";
import { Service } from "./bench/service/Service.ts";
import { setUpProblems } from "./setUpProblems.ts";

const options = { check: { type: "boolean", default: false }, quick: { type: "boolean", default: false } } as const;
const { values, positionals } = parseArgs({ allowPositionals: true, options });
const [name = ""] = positionals;
const selected = parts.filter((part) => part.name.includes(name));
const earlier = values.check ? readResults() : undefined;

// start.ts has told the problems of set-up.
if (setUpProblems().length > 0) process.exit(1);
if (selected.length === 0)
  end(`No part has "${name}" in its name. They are: ${parts.map((each) => each.name).join("; ")}.`);
if (values.check && earlier === undefined)
  end("There is no bench/results.json to compare with. `npm run bench` writes it.");

const counts = values.quick ? { rounds: 3, pairs: 5 } : { rounds: 7, pairs: 21 };
await using service = await Service.start();
const measured = await runParts(selected, { service, ...counts }, console.log);
const figures = measured.parts.flatMap((part) => part.figures);
for (const failure of measured.failures) console.error(`\n${failure}`);
if (measured.failures.length > 0) process.exitCode = 1;

console.log("");
if (earlier !== undefined) {
  // Of a part of the benchmark, what the other parts measure is not missed.
  const expected = earlier.figures.filter((each) => name === "" || figures.some((figure) => figure.name === each.name));
  const comparison = compareFigures(figures, expected);
  for (const line of comparison.worse) console.log(`More than 25 % worse: ${line}`);
  for (const line of comparison.unmeasured) console.log(`Not measured: ${line}`);
  if (comparison.worse.length > 0) process.exitCode = 1;
  console.log(checkLine(comparison));
} else {
  if (name === "" && !values.quick && measured.failures.length === 0) {
    const date = new Date().toISOString().slice(0, 10);
    writeResults({ date, surroundings: surroundings(counts), figures }, measured.parts);
    console.log("Written to bench/results.md and bench/results.json.");
  }
  console.log(goalLine(figures));
}

function end(problem: string): never {
  console.error(problem);
  process.exit(1);
}
