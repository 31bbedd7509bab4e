import type { Fault } from "./fault.ts";

interface Waiting {
  readonly fault: Fault;
  skip: number;
  times: number;
}

/** Faults yet to happen, first in first served. */
export class FaultQueue {
  #waiting: Waiting[] = [];

  add(fault: Fault): void {
    this.#waiting.push({ fault, skip: fault.skip ?? 0, times: fault.times ?? 1 });
  }

  /** The fault that this request meets, if any. */
  take(action: string): Fault | undefined {
    const next = this.#waiting.find(({ fault }) => fault.action === undefined || fault.action === action);
    if (next === undefined) return undefined;
    if (next.skip > 0) {
      next.skip--;
      return undefined;
    }
    next.times--;
    this.#waiting = this.#waiting.filter(({ times }) => times > 0);
    return next.fault;
  }

  clear(): void {
    this.#waiting = [];
  }
}
