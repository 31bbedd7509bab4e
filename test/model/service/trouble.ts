/** What every request of an outage meets. `silence`: the reply comes when it is over. */
export const troubles = [
  "reset",
  "internalError",
  "serviceUnavailable",
  "unavailablePage",
  "noCode",
  "throttled",
  "throttledWithHint",
  "silence",
  "loginPage",
  "emptyBody",
  "cutBody",
  "noList",
  "noTotal",
  "brokenRow",
] as const;

export type Trouble = (typeof troubles)[number];

/** A time in which the service, or the way to it, is in trouble: it begins with a request. */
export interface Outage {
  /** The number of that request, from 0. */
  readonly atRequest: number;
  /** 0: that request alone. */
  readonly lastsMs: number;
  readonly trouble: Trouble;
}

/** What outages make of requests. */
export class Outages {
  readonly #outages: readonly Outage[];
  readonly #ends = new Map<Outage, number>();
  #requests = 0;

  constructor(outages: readonly Outage[]) {
    this.#outages = outages;
  }

  /** The trouble that this request meets, and how long it still lasts. */
  meet(now: number): { readonly trouble: Trouble; readonly leftMs: number } | undefined {
    const number = this.#requests++;
    for (const outage of this.#outages) {
      if (outage.atRequest === number) this.#ends.set(outage, now + outage.lastsMs);
      const end = this.#ends.get(outage);
      if (end !== undefined && (now < end || outage.atRequest === number)) {
        return { trouble: outage.trouble, leftMs: Math.max(end - now, 0) };
      }
    }
    return undefined;
  }
}
