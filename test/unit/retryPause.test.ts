import { describe, expect, test } from "vitest";
import { readRetryAfterMs } from "../../provider/client/readRetryAfterMs.ts";
import { clampRetryAfter, retryPause } from "../../provider/client/retry/retryPause.ts";

const [least, most] = [() => 0, () => 1 - Number.EPSILON];

test.each([
  [1, 500],
  [2, 1000],
  [3, 2000],
  [4, 4000],
  [5, 8000],
  [6, 8000],
  [60, 8000],
])("after failure %i the pause is anything up to %i ms", (failures, ceiling) => {
  expect(retryPause(failures, least, undefined)).toBe(0);
  expect(retryPause(failures, most, undefined)).toBe(ceiling);
});

test("is never shorter than the service asked for", () => {
  expect(retryPause(1, least, 2000)).toBe(2000);
  expect(retryPause(1, most, 2000)).toBe(2500);
});

test("is not a day because the service said so", () => {
  expect(clampRetryAfter(86_400_000)).toBe(30_000);
  expect(retryPause(1, most, 86_400_000)).toBe(30_500);
});

describe("N8: the pause that a reply asks for", () => {
  const date = "Mon, 10 Aug 2026 12:00:30 GMT";

  test.each<readonly [Readonly<Record<string, string>>, number | undefined]>([
    [{ "x-acs-retry-after": "3000" }, 3000],
    [{ "retry-after": "2" }, 2000],
    [{ "x-acs-retry-after": "700", "retry-after": "5" }, 700],
    [{ "x-acs-retry-after": "soon", "retry-after": "5" }, 5000],
    [{ "retry-after": "Mon, 10 Aug 2026 12:00:40 GMT", date }, 10_000],
    [{ "retry-after": "Mon, 10 Aug 2026 12:00:10 GMT", date }, undefined],
    [{ "retry-after": "Mon, 10 Aug 2026 12:00:40 GMT" }, undefined],
    [{ "retry-after": "-5" }, undefined],
    [{ "retry-after": "0" }, undefined],
    [{ "retry-after": "later" }, undefined],
    [{ "x-acs-retry-after": "0" }, undefined],
    [{ "x-acs-retry-after": "1e308000" }, undefined],
    [{}, undefined],
  ])("%j", (headers, ms) => {
    expect(readRetryAfterMs(headers)).toBe(ms);
  });
});
