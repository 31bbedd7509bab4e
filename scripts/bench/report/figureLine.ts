import { type Figure, reachesGoal } from "./figure.ts";
import { goalText } from "./goalText.ts";
import { valueText } from "./valueText.ts";

/** A figure as it is told on a terminal: `sequential pop-core ÷ plugin: 3.91 (goal: at least 3.80, held)`. */
export function figureLine(figure: Figure): string {
  const text = `${figure.name}: ${valueText(figure.value, figure.unit)}`;
  if (figure.goal === undefined) return text;
  return `${text} (goal: ${goalText(figure)}, ${reachesGoal(figure) ? "held" : "missed"})`;
}
