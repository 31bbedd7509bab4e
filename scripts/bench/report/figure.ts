/** One result of the benchmark. */
export interface Figure {
  readonly name: string;
  /** NaN where it could not be measured here. */
  readonly value: number;
  /** Milliseconds depend on the machine: they have goals, and are not compared with other runs. */
  readonly unit: "ratio" | "MB" | "ms" | "requests";
  readonly better: "higher" | "lower";
  /** The value that it is to reach, or to stay below. */
  readonly goal?: number | undefined;
}

/** Undefined without a goal, or where the value could not be measured. */
export function reachesGoal({ value, better, goal }: Figure): boolean | undefined {
  if (goal === undefined || Number.isNaN(value)) return undefined;
  return better === "higher" ? value >= goal : value <= goal;
}
