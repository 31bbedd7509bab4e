import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { MeasuredPart } from "../measure/runParts.ts";
import { type Results, resultFiles } from "./results.ts";
import { resultsPage } from "./resultsPage.ts";

/** Writes down a whole run: a page to read, and the figures that later runs are compared with. */
export function writeResults(results: Results, parts: readonly MeasuredPart[]): void {
  mkdirSync(dirname(resultFiles.page), { recursive: true });
  writeFileSync(resultFiles.page, resultsPage(results, parts));
  writeFileSync(resultFiles.figures, `${JSON.stringify(results, null, 2)}\n`);
}
