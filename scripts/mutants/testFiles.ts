import { globSync } from "node:fs";
import { projectRoot } from "../projectRoot.ts";

/**
 * The test files that fit the patterns, each once, from the project root.
 *
 * @throws for a pattern that none fits.
 */
export function testFiles(patterns: readonly string[]): readonly string[] {
  const files = patterns.flatMap((pattern) => {
    const fitting = globSync(pattern, { cwd: projectRoot });
    if (fitting.length === 0) throw new Error(`there is no test ${pattern}`);
    return fitting;
  });
  return [...new Set(files)].sort();
}
