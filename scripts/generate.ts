/** Writes everything that follows from the definitions; with --check, says what is out of date instead. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { generatedFiles } from "./generate/generatedFiles.ts";
import { projectRoot } from "./projectRoot.ts";

const { check } = parseArgs({ options: { check: { type: "boolean", default: false } } }).values;
const stale = [...generatedFiles()].filter(([path, text]) => {
  const file = join(projectRoot, path);
  return !existsSync(file) || readFileSync(file, "utf8") !== text;
});

for (const [path, text] of stale) {
  if (check) {
    console.error(`${path} is out of date: run npm run generate and commit it.`);
    continue;
  }
  mkdirSync(dirname(join(projectRoot, path)), { recursive: true });
  writeFileSync(join(projectRoot, path), text);
  console.log(`wrote ${path}`);
}
if (!check && stale.length === 0) console.log("Every generated file is up to date.");
process.exitCode = check && stale.length > 0 ? 1 : 0;
