// npm run quickstarts: the quick starts of the README, word for word, each from an empty folder against the emulator.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { codeBlocks } from "./documentation/codeBlocks.ts";
import { findOnPath } from "./engine/findOnPath.ts";
import { formatElapsed } from "./engine/showProgress.ts";
import { projectRoot } from "./projectRoot.ts";
import { playQuickstart } from "./quickstarts/playQuickstart.ts";
import { quickstarts } from "./quickstarts/quickstarts.ts";

// The second page has the path of a monorepo.
const page = ["README.md", "docs/installation-configuration.md"].flatMap((name) =>
  codeBlocks(readFileSync(join(projectRoot, name), "utf8")),
);
const [only] = process.argv.slice(2);
const failed: string[] = [];
for (const quickstart of quickstarts.filter(({ name }) => only === undefined || name.includes(only))) {
  const { name, needs } = quickstart;
  const missing = needs.find((program) => findOnPath(program) === undefined);
  console.log(missing ? `${name} is not tried: there is no ${missing} on PATH.` : name);
  if (missing) continue;
  const started = Date.now();
  try {
    await playQuickstart(quickstart, page, (step) => console.log(`  ✓ ${step} (${formatElapsed(started)})`));
  } catch (error) {
    console.log(`  ✗ ${error instanceof Error ? error.message : error}`);
    failed.push(name);
  }
}
console.log(failed.length === 0 ? "Every quick start works." : `Failed: ${failed.join(", ")}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
