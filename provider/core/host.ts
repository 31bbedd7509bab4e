/** Everything that differs from run to run comes in through here, so that a test can say what it is. */
export interface Host {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Milliseconds since some moment, by a clock that nobody sets: how long something takes is measured with it. */
  readonly elapsed: () => number;
  /** From 0 up to but not including 1. */
  readonly random: () => number;
  /** Ends early with CancelledError when the signal fires. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly env: Readonly<Record<string, string | undefined>>;
}
