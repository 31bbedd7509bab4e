interface Timer {
  readonly at: number;
  readonly fire: () => void;
}

/** The most that a run may take, in simulated time and in steps: beyond it, it hangs. */
const LONGEST_MS = 86_400_000;
const MOST_STEPS = 200_000;

/** A clock that stands still while anything happens, and jumps to the next timer when nothing does. */
export class SimulatedTime {
  #now: number;
  readonly #began: number;
  #timers: Timer[] = [];

  constructor(now: number) {
    this.#now = now;
    this.#began = now;
  }

  get now(): number {
    return this.#now;
  }

  /** @returns a function that takes the timer back. */
  after(ms: number, fire: () => void): () => void {
    const timer: Timer = { at: this.#now + ms, fire };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((each) => each !== timer);
    };
  }

  /** Does the work, and lets the time pass that it waits for. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    let isOver = false;
    const result = work().finally(() => {
      isOver = true;
    });
    // It is awaited below; until then it is no unhandled rejection.
    result.catch(() => undefined);
    for (let steps = 0; ; steps++) {
      // By then everything that can happen without time has happened.
      await new Promise((resolve) => setImmediate(resolve));
      if (isOver) return await result;
      if (steps > MOST_STEPS || this.#now - this.#began > LONGEST_MS) throw new Error("It hangs.");
      this.#fireNext();
    }
  }

  /** Without a timer it may wait for a module that is loaded for the first time. */
  #fireNext(): void {
    const [first] = this.#timers;
    if (first === undefined) return;
    const next = this.#timers.reduce((earliest, timer) => (timer.at < earliest.at ? timer : earliest), first);
    this.#timers = this.#timers.filter((timer) => timer !== next);
    this.#now = Math.max(this.#now, next.at);
    next.fire();
  }
}
