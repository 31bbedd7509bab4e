import type { FailureTimer } from "./FailureTimer.ts";

/** What a caller has patience for, where that is less than the settings say. */
export interface CallerLimits {
  /** When an answer is of no more use, by `host.elapsed()`. */
  readonly untilElapsedMs: number;
  /** For how long a lookup may be failing. */
  readonly failureMs: number;
}

/** What one lookup of one instance may cost, whatever it asks. */
export interface LookupBounds {
  /** Lower numbers came earlier: their requests are sent first. */
  readonly arrivalNumber: number;
  readonly failureTimer: FailureTimer;
  /** The end of it all, by `host.elapsed()`. */
  readonly endsAtElapsedMs: number;
  /** Whether it may still begin anew because the local clock turned out to be wrong: once. */
  mayRestartWithServiceTime: boolean;
}
