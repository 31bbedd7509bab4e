import type { Figure } from "./figure.ts";
import { valueText } from "./valueText.ts";

/** `at least 3.80`; empty without a goal. */
export function goalText({ goal, better, unit }: Figure): string {
  return goal === undefined ? "" : `${better === "higher" ? "at least" : "at most"} ${valueText(goal, unit)}`;
}
