import fc from "fast-check";
import { DAY, HOUR, MINUTE } from "../rules/times.ts";

/** Ages at which something is decided, with some minutes to spare: no run takes so long. */
const ages = [
  0, 1, 2, 5, 11, 19, 23, 24, 25, 26, 30, 47, 48, 60, 71, 72, 73, 95, 96, 97, 167, 168, 239, 240, 263, 264, 500, 767,
  768, 1000, 5000,
].map((hours) => hours * HOUR + 7 * MINUTE);
const youngAges = ages.slice(0, 9);

export const age = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...youngAges) },
  { weight: 1, arbitrary: fc.constantFrom(...ages) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 40 * 24 }).map((hours) => hours * HOUR + 37 * MINUTE) },
);

/** DescribeMigrateTasks remembers seven days, and nothing is placed at that edge. */
export const taskAge = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...youngAges) },
  { weight: 1, arbitrary: fc.constantFrom(...ages.filter((each) => each < 7 * DAY - HOUR || each > 9 * DAY)) },
);

/** Of `maxAge` and `lookback`. */
export const reach = fc.constantFrom(1, 12, 24, 26, 48, 60, 72, 96, 168, 240, 800, 2000).map((hours) => hours * HOUR);

/** Now and then a value. */
export function seldom<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
}

/** Few rows, and now and then as many as take several pages of the smallest documented size. */
export function rowsOf<T>(row: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> {
  return fc.oneof(
    { weight: 12, arbitrary: fc.array(row, { maxLength: 7 }) },
    { weight: 1, arbitrary: fc.array(row, { minLength: 29, maxLength: 34 }) },
  );
}
