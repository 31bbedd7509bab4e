export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Clocks differ: what lies no further ahead than this is not in the future. */
export const TOLERANCE = 5 * MINUTE;

/** No age is judged by a time that is further behind the local clock. */
export const CLOCK_LAG = 31 * MINUTE;

/** The documented default of `lookback`. */
export const LOOKBACK = 32 * DAY;

/** The moment of a question. */
export interface Clock {
  /** The service's time, by which ages and expiries are judged. */
  readonly now: number;
  /** The beginning of a `lookback` is counted from here: the local time at which the search began. */
  readonly searchEnd: number;
}
