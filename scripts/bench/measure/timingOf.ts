import type { Timing } from "./interleave.ts";

export function timingOf(timings: readonly Timing[], subject: string): Timing {
  const timing = timings.find((each) => each.subject === subject);
  if (timing === undefined) throw new Error(`${subject} was not measured.`);
  return timing;
}
