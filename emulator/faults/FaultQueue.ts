import type { Fault } from "./fault.ts";

interface QueuedFault {
  readonly fault: Fault;
  skip: number;
  times: number;
}

/** Faults that have not happened yet, oldest first. */
export class FaultQueue {
  #queue: QueuedFault[] = [];

  add(fault: Fault): void {
    this.#queue.push({ fault, skip: fault.skip ?? 0, times: fault.times ?? 1 });
  }

  /** The fault that this request meets, if any. */
  take(action: string): Fault | undefined {
    const next = this.#queue.find(({ fault }) => fault.action === undefined || fault.action === action);
    if (next === undefined) return undefined;
    if (next.skip > 0) {
      next.skip--;
      return undefined;
    }
    next.times--;
    this.#queue = this.#queue.filter(({ times }) => times > 0);
    return next.fault;
  }

  clear(): void {
    this.#queue = [];
  }
}
