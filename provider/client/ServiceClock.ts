/** What the service and this machine may differ by without a word: a reply takes a while, and dates have whole seconds. */
const TOLERANCE_MS = 60_000;

/** The service's time, as far as it is known: that of this machine, until the service says that it is wrong. */
export class ServiceClock {
  readonly #localNow: () => number;
  #offsetMs = 0;

  constructor(localNow: () => number) {
    this.#localNow = localNow;
  }

  now(): number {
    return this.#localNow() + this.#offsetMs;
  }

  /**
   * Learns from a reply to a request whose time was refused. False when there is nothing to learn: the reply is not
   * dated, or the time was right.
   *
   * @param signedAt the time in the request
   */
  learn(serviceTime: number | undefined, signedAt: number): boolean {
    if (serviceTime === undefined || Math.abs(serviceTime - signedAt) < TOLERANCE_MS) return false;
    this.#offsetMs = serviceTime - this.#localNow();
    return true;
  }

  /** By how much this machine is behind a time of the service; negative when it is ahead. */
  localBehindMs(serviceTime: number): number {
    return serviceTime - this.#localNow();
  }
}
