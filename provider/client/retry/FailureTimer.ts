/** How long a lookup has been failing, by a clock that cannot jump, and how long it may. */
export class FailureTimer {
  readonly #elapsed: () => number;
  readonly #limitMs: number;
  #spentMs = 0;
  #parts = 0;
  #since = 0;

  constructor(elapsed: () => number, limitMs: number) {
    this.#elapsed = elapsed;
    this.#limitMs = limitMs;
  }

  get leftMs(): number {
    const runningMs = this.#parts > 0 ? this.#elapsed() - this.#since : 0;
    return Math.max(0, this.#limitMs - this.#spentMs - runningMs);
  }

  /** Counts the time that this work takes. Requests of one lookup may fail at the same time: it counts once. */
  async countTimeOf<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#parts++ === 0) this.#since = this.#elapsed();
    try {
      return await work();
    } finally {
      if (--this.#parts === 0) this.#spentMs += this.#elapsed() - this.#since;
    }
  }
}
