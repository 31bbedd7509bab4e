import { CancelledError } from "../../../provider/core/errors/CancelledError.ts";
import type { Host } from "../../../provider/core/host.ts";

interface Timer {
  readonly at: number;
  readonly ring: () => void;
}

/** The most that work may take, in simulated time and in steps: beyond it, it hangs. */
const LONGEST_MS = 86_400_000;
const MOST_STEPS = 200_000;

/**
 * A host whose time goes on from one timer to the next whenever all that could be done has been done. Minutes with
 * hundreds of requests take a moment, and the same seed does the same.
 */
export class SimulatedTime {
  readonly host: Host;
  readonly #start: number;
  readonly #timers = new Set<Timer>();
  #elapsed = 0;

  constructor(start: number, seed = 1) {
    this.#start = start;
    this.host = {
      env: {},
      now: () => this.now,
      elapsed: () => this.elapsed,
      random: chance(seed),
      sleep: (ms, signal) => this.sleep(ms, signal),
    };
  }

  get now(): number {
    return this.#start + this.#elapsed;
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
    const began = this.#elapsed;
    let isDone = false;
    const done = () => {
      isDone = true;
    };
    work.then(done, done);
    for (let steps = 0; ; steps++) {
      // By then everything that can happen without time has happened.
      await new Promise(setImmediate);
      if (isDone) return await work;
      if (steps > MOST_STEPS || this.#elapsed - began > LONGEST_MS) throw new Error("It hangs.");
      this.#ringNext();
    }
  }

  /** Without a timer it may wait for a module that is loaded for the first time. */
  #ringNext(): void {
    let next: Timer | undefined;
    for (const timer of this.#timers) if (next === undefined || timer.at < next.at) next = timer;
    if (next === undefined) return;
    this.#timers.delete(next);
    this.#elapsed = Math.max(this.#elapsed, next.at);
    next.ring();
  }
}

/** The generator known as mulberry32. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
