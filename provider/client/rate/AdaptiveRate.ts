/** What is kept from one cut to the next. Times are in milliseconds of a clock that cannot jump. */
interface Plateau {
  /** Requests a second that the service took when it began to refuse. */
  readonly perSecond: number;
  readonly cutAt: number;
  /** How long the rate takes to climb back to it. */
  readonly recoveryMs: number;
  /** Too little had been taken to know: then the rate grows with every reply until the service refuses again. */
  readonly isGuess: boolean;
}

/** The share of the plateau with which sending goes on after a cut. */
const AFTER_CUT = 0.75;
const GROWTH_OF_GUESS = 1.25;
const SHORTEST_RECOVERY_MS = 4_000;
/** A refusal that stops everything for a while may come so much more rarely. */
const RECOVERY_PER_PAUSE = 10;
/** Whoever asks less often than this will never be done. */
const MIN_PER_SECOND = 0.2;
const FIRST_GUESS_PER_SECOND = 2;
const SECOND = 1_000;
const TIMER_LATENESS_MS = 5;
/** Fewer replies say little about a rate. */
const FEW = 5;
const LONG_WINDOW_MS = 5_000;
/** More than any service takes within the long window. */
const MOST_KEPT = 20_000;
const FIRST_PROBE_MS = 250;
const LONGEST_PROBE_MS = 5_000;

/**
 * How many requests a second one endpoint takes, learned from what it refuses: unlimited until it first refuses one, then
 * cut to what it took, and raised again along a cubic curve, flat around the rate at which it last refused. Where it
 * takes nothing at all, the rate is not the fault: one request after another feels whether it has opened again, and the
 * rate of before is kept for then. docs/decisions/send-rate.md has the reasons and the numbers.
 */
export class AdaptiveRate {
  readonly #random: () => number;
  #plateau: Plateau | undefined;
  #pausedUntil = Number.NEGATIVE_INFINITY;
  #slot = Number.NEGATIVE_INFINITY;
  #probePauseMs = 0;
  #hasTakenSinceCut = true;
  #takenAt: number[] = [];

  constructor(random: () => number) {
    this.#random = random;
  }

  /** Since the last cut the service has taken nothing: then one request at a time is enough. */
  get isOneAtATime(): boolean {
    return this.#probePauseMs > 0;
  }

  perSecond(now: number): number {
    if (this.#plateau === undefined) return Number.POSITIVE_INFINITY;
    const { perSecond, cutAt, recoveryMs, isGuess } = this.#plateau;
    if (isGuess) return perSecond;
    // -1 at the cut, 0 at the plateau.
    const climb = ((now - cutAt) / recoveryMs - 1) ** 3;
    return Math.max(MIN_PER_SECOND, perSecond * (1 + (climb < 0 ? 1 - AFTER_CUT : 1) * climb));
  }

  /** When the next request may leave. */
  nextAt(now: number): number {
    return Math.max(this.#pausedUntil, this.#slot + SECOND / this.perSecond(now));
  }

  sent(now: number): void {
    const interval = SECOND / this.perSecond(now);
    // What a timer was late is made up for; a pause is not.
    this.#slot = Math.max(this.#slot + interval, now - Math.min(interval, TIMER_LATENESS_MS));
  }

  accepted(now: number, sentAt: number): void {
    this.#takenAt.push(now);
    if (this.#takenAt.length > MOST_KEPT) this.#takenAt = this.#takenAt.slice(-MOST_KEPT / 2);
    if (this.#plateau === undefined || sentAt < this.#plateau.cutAt) return;
    this.#hasTakenSinceCut = true;
    const { perSecond, isGuess } = this.#plateau;
    if (isGuess) this.#plateau = { ...this.#plateau, perSecond: perSecond * GROWTH_OF_GUESS };
    if (this.#probePauseMs > 0) this.#plateau = { ...this.#plateau, cutAt: now };
    this.#probePauseMs = 0;
  }

  /** @param pauseMs what the service asked for, within the clamp; 0 when it asked for none */
  throttled(now: number, sentAt: number, pauseMs: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, now + pauseMs);
    // It left before the cut, and says nothing about the rate since then.
    if (this.#plateau && sentAt < this.#plateau.cutAt) return;
    if (this.#hasTakenSinceCut) this.#cut(now, pauseMs);
    else this.#probe(now);
  }

  #cut(now: number, pauseMs: number): void {
    const { perSecond, isGuess } = this.#taken(now);
    const rate = Math.min(this.perSecond(now), perSecond);
    const recoveryMs = Math.max(SHORTEST_RECOVERY_MS, RECOVERY_PER_PAUSE * pauseMs);
    this.#plateau = { perSecond: Math.max(MIN_PER_SECOND, rate), cutAt: now, recoveryMs, isGuess };
    this.#slot = now;
    this.#hasTakenSinceCut = false;
  }

  #probe(now: number): void {
    this.#probePauseMs = Math.min(LONGEST_PROBE_MS, this.#probePauseMs * 2 || FIRST_PROBE_MS);
    // Other processes may be feeling as well: not all of them at the same moments.
    const pause = this.#probePauseMs * (0.75 + 0.25 * this.#random());
    this.#pausedUntil = Math.max(this.#pausedUntil, now + pause);
    if (this.#plateau) this.#plateau = { ...this.#plateau, cutAt: now };
  }

  /** What the service took of late. */
  #taken(now: number): Pick<Plateau, "perSecond" | "isGuess"> {
    const within = (ms: number) => this.#takenAt.filter((at) => now - at < ms).length;
    const lately = within(SECOND);
    if (lately >= FEW) return { perSecond: lately, isGuess: false };
    const perSecond = within(LONG_WINDOW_MS) / (LONG_WINDOW_MS / SECOND);
    if (perSecond * (LONG_WINDOW_MS / SECOND) >= FEW) return { perSecond, isGuess: false };
    return { perSecond: Math.max(FIRST_GUESS_PER_SECOND, perSecond), isGuess: true };
  }
}
