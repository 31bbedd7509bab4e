import { CancelledError } from "../core/errors/CancelledError.ts";

interface Reading<Result> {
  readonly result: Promise<Result>;
  readonly stop: AbortController;
  callers: number;
}

/**
 * What is being read at the moment, by what is asked: whoever asks the same meanwhile gets the same answer. A caller who
 * goes leaves the others theirs, and with the last of them the reading ends. Nothing that has finished is kept.
 */
export class SharedReadings<Result> {
  readonly #running = new Map<string, Reading<Result>>();
  #hasRead = false;

  /** Whether anything has been read to its end. */
  get hasRead(): boolean {
    return this.#hasRead;
  }

  /** @throws CancelledError as soon as the signal of this caller fires. */
  async join(key: string, signal: AbortSignal, read: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
    if (signal.aborted) throw new CancelledError();
    const reading = this.#running.get(key) ?? this.#begin(key, read);
    reading.callers++;
    let leave: (() => void) | undefined;
    try {
      return await Promise.race([
        reading.result,
        new Promise<never>((_, reject) => {
          leave = () => reject(new CancelledError());
          signal.addEventListener("abort", leave, { once: true });
        }),
      ]);
    } finally {
      if (leave) signal.removeEventListener("abort", leave);
      if (--reading.callers === 0) this.#end(key, reading);
    }
  }

  #begin(key: string, read: (signal: AbortSignal) => Promise<Result>): Reading<Result> {
    const stop = new AbortController();
    const reading = { result: read(stop.signal), stop, callers: 0 };
    this.#running.set(key, reading);
    const forget = () => this.#forget(key, reading);
    reading.result.then(() => {
      this.#hasRead = true;
      forget();
    }, forget);
    return reading;
  }

  #end(key: string, reading: Reading<Result>): void {
    // One that has finished is forgotten already, and there is nothing to stop.
    if (this.#running.get(key) !== reading) return;
    this.#forget(key, reading);
    reading.stop.abort();
  }

  #forget(key: string, reading: Reading<Result>): void {
    if (this.#running.get(key) === reading) this.#running.delete(key);
  }
}
