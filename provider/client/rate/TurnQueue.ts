import { CancelledError } from "../../core/errors/CancelledError.ts";
import type { Host } from "../../core/host.ts";
import { AdaptiveRate } from "./AdaptiveRate.ts";

/** Leave to send one request. */
export interface Turn {
  /** Ends the turn: whether the service took the request, as far as its rate is concerned. */
  readonly end: (result: TurnResult) => void;
}

export type TurnResult =
  | { readonly kind: "accepted" }
  /** `pauseMs`: for how long the service wants to be left alone. */
  | { readonly kind: "throttled"; readonly pauseMs: number }
  /** No reply, or one that says nothing about the rate. */
  | { readonly kind: "failed" };

/** Who waits for a turn. */
export interface TurnRequest {
  /** Lower numbers came earlier, and are served first. */
  readonly arrivalNumber: number;
  /** When to stop waiting, by `host.elapsed()`. */
  readonly endsAtElapsedMs: number;
  readonly signal: AbortSignal;
}

interface Entry extends TurnRequest {
  readonly resolve: (turn: Turn | undefined) => void;
}

/** More than this help nobody, as how many requests the service takes at once is not documented. */
const MOST_AT_ONCE = 5;

type QueueHost = Pick<Host, "elapsed" | "random" | "sleep">;

/** The turns of all requests to one endpoint: a few at once, no faster than it takes them, in the order of arrival. */
export class TurnQueue {
  readonly #host: QueueHost;
  readonly #rate: AdaptiveRate;
  #waiting: Entry[] = [];
  #sending = 0;
  #alarm: AbortController | undefined;

  constructor(host: QueueHost) {
    this.#host = host;
    this.#rate = new AdaptiveRate(host.random);
  }

  /** Undefined when none came in time. @throws CancelledError when the signal fires first. */
  async take(request: TurnRequest): Promise<Turn | undefined> {
    const { signal } = request;
    if (signal.aborted) throw new CancelledError();
    let leave: (() => void) | undefined;
    try {
      return await new Promise<Turn | undefined>((resolve, reject) => {
        const entry = { ...request, resolve };
        leave = () => {
          this.#waiting = this.#waiting.filter((each) => each !== entry);
          reject(new CancelledError());
          this.#serve();
        };
        signal.addEventListener("abort", leave, { once: true });
        const behind = this.#waiting.findIndex(({ arrivalNumber }) => arrivalNumber > entry.arrivalNumber);
        this.#waiting.splice(behind < 0 ? this.#waiting.length : behind, 0, entry);
        this.#serve();
      });
    } finally {
      if (leave) signal.removeEventListener("abort", leave);
    }
  }

  /** Gives every turn that is due, and sets the alarm for the next one. */
  #serve(): void {
    this.#alarm?.abort();
    this.#alarm = undefined;
    const now = this.#host.elapsed();
    const late = this.#waiting.filter(({ endsAtElapsedMs }) => endsAtElapsedMs <= now);
    this.#waiting = this.#waiting.filter(({ endsAtElapsedMs }) => endsAtElapsedMs > now);
    for (const { resolve } of late) resolve(undefined);
    while (this.#hasRoom() && this.#rate.nextAt(now) <= now) {
      const next = this.#waiting.shift();
      if (next === undefined) return;
      next.resolve(this.#begin(now));
    }
    // While there is no room, the end of a request is what wakes the queue.
    if (this.#waiting.length === 0 || !this.#hasRoom()) return;
    const earliest = (at: number, { endsAtElapsedMs }: Entry) => Math.min(at, endsAtElapsedMs);
    this.#wakeIn(this.#waiting.reduce(earliest, this.#rate.nextAt(now)) - now);
  }

  #hasRoom(): boolean {
    return this.#sending < (this.#rate.isOneAtATime ? 1 : MOST_AT_ONCE);
  }

  #begin(sentAt: number): Turn {
    this.#sending++;
    this.#rate.sent(sentAt);
    const end = (result: TurnResult) => {
      this.#sending--;
      const now = this.#host.elapsed();
      if (result.kind === "accepted") this.#rate.accepted(now, sentAt);
      if (result.kind === "throttled") this.#rate.throttled(now, sentAt, result.pauseMs);
      this.#serve();
    };
    return { end };
  }

  #wakeIn(ms: number): void {
    const alarm = new AbortController();
    this.#alarm = alarm;
    this.#host.sleep(Math.max(1, Math.ceil(ms)), alarm.signal).then(
      () => this.#alarm === alarm && this.#serve(),
      // The alarm was set anew.
      () => undefined,
    );
  }
}
