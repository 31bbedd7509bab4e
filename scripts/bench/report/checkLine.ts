import type { Comparison } from "./compareFigures.ts";

/** The last line of a check: `27 of 28 figures held; 2 were not measured.` */
export function checkLine({ compared, worse, unmeasured }: Comparison): string {
  const { length } = unmeasured;
  const others = length === 0 ? "" : `; ${length} ${length === 1 ? "was" : "were"} not measured`;
  return `${compared - worse.length} of ${compared} figures held${others}.`;
}
