/** The emulator's source of time. */
export interface Clock {
  now(): number;
}

/** Another clock, moved by an offset. */
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
