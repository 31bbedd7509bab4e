/** Where the emulator takes the time from. */
export interface Clock {
  now(): number;
}

/** The given clock, and how far it was moved since. */
export class MovableClock implements Clock {
  readonly #base: Clock;
  #moved = 0;

  constructor(base: Clock) {
    this.#base = base;
  }

  now(): number {
    return this.#base.now() + this.#moved;
  }

  advance(ms: number): void {
    this.#moved += ms;
  }

  restore(): void {
    this.#moved = 0;
  }
}
