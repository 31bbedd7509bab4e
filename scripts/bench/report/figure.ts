import { z } from "zod";

/** One result of the benchmark. */
export const figure = z.object({
  name: z.string(),
  value: z.number(),
  /** Milliseconds depend on the machine: they have goals, and are not compared with other runs. */
  unit: z.enum(["ratio", "MB", "ms", "requests"]),
  better: z.enum(["higher", "lower"]),
  /** The value that it is to reach, or not to exceed. */
  goal: z.number().optional(),
});

export type Figure = Readonly<z.output<typeof figure>>;

/** Undefined without a goal. */
export function reachesGoal({ value, better, goal }: Figure): boolean | undefined {
  if (goal === undefined) return undefined;
  return better === "higher" ? value >= goal : value <= goal;
}
