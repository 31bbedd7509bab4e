import type { Figure } from "./figure.ts";
import { valueText } from "./valueText.ts";

/** How figures stand against those of an earlier run. */
export interface Comparison {
  /** How many were compared. */
  readonly compared: number;
  /** Those that are more than a quarter worse, each as a line. */
  readonly worse: readonly string[];
  /** Names of the earlier ones that were not measured now. */
  readonly unmeasured: readonly string[];
}

const TIMES_WORSE = 1.25;

/** Compares what does not depend on the machine: ratios, memory and requests, each with the one of the same name. */
export function compareFigures(figures: readonly Figure[], earlier: readonly Figure[]): Comparison {
  const remaining = new Map(earlier.filter(isComparable).map((figure) => [figure.name, figure]));
  const pairs = figures.flatMap((now) => {
    const before = remaining.get(now.name);
    remaining.delete(now.name);
    return before === undefined ? [] : [{ now, before }];
  });
  return {
    compared: pairs.length,
    worse: pairs
      // What is not a number has not held either.
      .filter(({ now, before }) => !(timesWorse(now, before) <= TIMES_WORSE))
      .map(
        ({ now, before }) =>
          `${now.name}: ${valueText(now.value, now.unit)} after ${valueText(before.value, before.unit)}`,
      ),
    unmeasured: [...remaining.keys()],
  };
}

function isComparable({ unit }: Figure): boolean {
  return unit !== "ms";
}

function timesWorse(now: Figure, before: Figure): number {
  return now.better === "higher" ? before.value / now.value : now.value / before.value;
}
