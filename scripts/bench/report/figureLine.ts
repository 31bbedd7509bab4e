import { type Figure, reachesGoal } from "./figure.ts";

/** A figure as it is told on a terminal: `sequential pop-core ÷ ours: 3.91 (goal: at least 3.8, held)`. */
export function figureLine(figure: Figure): string {
  const { name, value, unit, better, goal } = figure;
  const text = `${name}: ${value.toPrecision(3)}${unit === "ratio" ? "" : ` ${unit}`}`;
  if (goal === undefined) return text;
  const bound = better === "higher" ? "at least" : "at most";
  return `${text} (goal: ${bound} ${goal}, ${reachesGoal(figure) ? "held" : "missed"})`;
}
