import { CancelledError } from "../../../provider/core/errors/CancelledError.ts";
import type { Host } from "../../../provider/core/host.ts";

interface Timer {
  readonly at: number;
  readonly ring: () => void;
}

/**
 * A host whose time goes on from one timer to the next whenever all that could be done has been done. Minutes with
 * hundreds of requests take a moment, and the same seed does the same.
 */
export class SimulatedTime {
  readonly #start: number;
  readonly #timers = new Set<Timer>();
  #elapsed = 0;
  #seed: number;

  constructor(start: number, seed = 1) {
    this.#start = start;
    this.#seed = seed;
  }

  get host(): Host {
    return {
      env: {},
      now: () => this.#start + this.#elapsed,
      elapsed: () => this.#elapsed,
      random: () => this.#random(),
      sleep: (ms, signal) => this.sleep(ms, signal),
    };
  }

  get elapsed(): number {
    return this.#elapsed;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const cancel = () => {
        this.#timers.delete(timer);
        reject(new CancelledError());
      };
      const ring = () => {
        signal?.removeEventListener("abort", cancel);
        resolve();
      };
      const timer = { at: this.#elapsed + ms, ring };
      if (signal?.aborted) return cancel();
      signal?.addEventListener("abort", cancel, { once: true });
      this.#timers.add(timer);
    });
  }

  /** Lets time go by until this work is done. */
  async during<Result>(work: Promise<Result>): Promise<Result> {
    let isDone = false;
    const done = () => {
      isDone = true;
    };
    work.then(done, done);
    for (;;) {
      // Several turns of the event loop: whatever needs no time is done by then.
      for (let turn = 0; turn < 4; turn++) await new Promise(setImmediate);
      if (isDone) return await work;
      const [next] = [...this.#timers].sort((a, b) => a.at - b.at);
      if (next === undefined) throw new Error("Nothing is left to happen.");
      this.#timers.delete(next);
      this.#elapsed = Math.max(this.#elapsed, next.at);
      next.ring();
    }
  }

  #random(): number {
    this.#seed = (this.#seed * 16_807) % 2_147_483_647;
    return this.#seed / 2_147_483_647;
  }
}
