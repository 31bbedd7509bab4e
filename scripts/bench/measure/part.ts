import type { Figure } from "../report/figure.ts";
import type { Service } from "../service/Service.ts";
import type { Timing } from "./interleave.ts";

/** What all parts of a run share. */
export interface Bench {
  readonly service: Service;
  /** How often everything is measured: medians are of so many. */
  readonly rounds: number;
  /** The same for starts and previews, which vary more. */
  readonly pairs: number;
}

export interface Findings {
  /** What is compared with goals and with earlier runs. */
  readonly figures: readonly Figure[];
  /** What they were made from. */
  readonly timings: readonly Timing[];
  /** What was left out, and why. */
  readonly notes?: readonly string[];
}

/** A part of the benchmark, which can be run by its name or a piece of it. */
export interface Part {
  readonly name: string;
  readonly measure: (bench: Bench) => Promise<Findings>;
}
