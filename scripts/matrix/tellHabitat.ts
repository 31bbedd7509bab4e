import type { Cell } from "./checkHabitat.ts";

const marks = { passed: "ok", failed: "FAIL", unknown: "-" };

/** Prints one line with all cells of a habitat. */
export function tellHabitat(title: string, cells: readonly Cell[]): void {
  const columns = cells.map(({ form, entry, outcome }) => `${form} ${entry} ${marks[outcome]}`.padEnd(22));
  tellOutcome(
    title,
    columns.join(""),
    cells.flatMap(({ problems }) => problems),
  );
}

/** Prints one line, and below it what went wrong, each thing once. */
export function tellOutcome(title: string, outcome: string, problems: readonly string[]): void {
  console.log(`${title.padEnd(32)}${outcome}`);
  for (const problem of new Set(problems)) console.log(`    ${problem.replaceAll("\n", "\n    ")}`);
}
