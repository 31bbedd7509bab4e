// npm run check: all that is checked without running the code. Every step runs, whatever the others find.
import { outputs } from "./build/outputs.ts";
import { runStep, type Step } from "./check/runStep.ts";
import { setUpProblems } from "./setUpProblems.ts";

const steps: readonly Step[] = [
  { name: "format and lint", program: ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings"] },
  { name: "types", program: ["node_modules/typescript/bin/tsc", "--noEmit"] },
  { name: "imports", program: ["node_modules/dependency-cruiser/bin/dependency-cruise.mjs", "."] },
  { name: "generated files", program: ["scripts/generate.ts", "--check"] },
  { name: "unused code", program: ["node_modules/knip/bin/knip.js"] },
  { name: "npm package", program: ["node_modules/publint/src/cli.js", outputs.npmPackage, "--strict"] },
  {
    name: "its types",
    program: ["node_modules/@arethetypeswrong/cli/dist/index.js", "--pack", outputs.npmPackage],
  },
];

console.log(`Checking in ${steps.length} steps, about 30 s in all.`);
// start.ts has printed these already.
const failed = setUpProblems().map(() => "set-up");
for (const step of steps) {
  const { passed, output, seconds } = await runStep(step);
  console.log(`${passed ? "ok  " : "FAIL"}  ${step.name.padEnd(16)} ${seconds.toFixed(1)} s`);
  if (passed) continue;
  failed.push(step.name);
  console.log(output.trimEnd());
}
console.log(failed.length === 0 ? "All checks passed." : `Failed: ${failed.join(", ")}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
