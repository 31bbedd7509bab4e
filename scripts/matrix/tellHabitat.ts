import type { Cell } from "./checkHabitat.ts";

const marks = { passed: "ok", failed: "FAIL", unknown: "-" };

/** Prints one line with all cells, and below it what went wrong, each thing once. */
export function tellHabitat(title: string, cells: readonly Cell[]): void {
  const columns = cells.map(({ form, entry, outcome }) => `${form} ${entry} ${marks[outcome]}`.padEnd(22));
  console.log(`${title.padEnd(32)}${columns.join("")}`);
  const problems = new Set(cells.flatMap((cell) => cell.problems));
  for (const problem of problems) console.log(`    ${problem.replaceAll("\n", "\n    ")}`);
}
