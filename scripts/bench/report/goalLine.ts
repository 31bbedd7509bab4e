import { type Figure, reachesGoal } from "./figure.ts";

/** The last line of a run: `21 of 24 goals held.` */
export function goalLine(figures: readonly Figure[]): string {
  const goals = figures.map(reachesGoal).filter((reached) => reached !== undefined);
  return `${goals.filter((reached) => reached).length} of ${goals.length} goals held.`;
}
