import { expect, test } from "vitest";
import { backoffMs, mayRetry } from "../../provider/client/backoff.ts";

const [least, most] = [() => 0, () => 1 - Number.EPSILON];

test.each([
  [1, 500],
  [2, 1000],
  [3, 2000],
  [4, 4000],
  [5, 8000],
  [6, 8000],
  [60, 8000],
])("after attempt %i the wait is anything up to %i ms", (attempts, ceiling) => {
  expect(backoffMs(attempts, least, undefined)).toBe(0);
  expect(backoffMs(attempts, most, undefined)).toBe(ceiling);
});

test("is never shorter than the service asked for", () => {
  expect(backoffMs(1, least, 2000)).toBe(2000);
  expect(backoffMs(1, most, 2000)).toBe(2500);
});

test("is not a day because the service said so", () => {
  expect(backoffMs(1, most, 86_400_000)).toBeLessThan(60_000);
});

test.each(["credentials", "permission", "notFound", "request", "clock"] as const)("%s is never tried again", (kind) => {
  expect(mayRetry(kind, 1)).toBe(false);
});

test.each(["network", "throttled", "server"] as const)("%s is tried five times", (kind) => {
  expect([1, 2, 3, 4, 5].map((attempts) => mayRetry(kind, attempts))).toEqual([true, true, true, true, false]);
});

test("what is not JSON is tried twice only", () => {
  expect([1, 2].map((attempts) => mayRetry("protocol", attempts))).toEqual([true, false]);
});
