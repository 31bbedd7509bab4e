import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  ceilMinute,
  describeDuration,
  floorMinute,
  formatMinute,
  formatTime,
  parseFormattedTime,
} from "../../provider/core/time.ts";

const at = Date.parse("2026-08-10T12:00:30.250Z");

test("a time leaves in RFC 3339, with a fraction only when there is one", () => {
  expect(formatTime(at)).toBe("2026-08-10T12:00:30.250Z");
  expect(formatTime(at - 250)).toBe("2026-08-10T12:00:30Z");
});

const year0 = Date.parse("0000-01-01T00:00:00Z");
const year9999 = Date.parse("9999-12-31T23:59:59Z");

test("a time is formatted as JavaScript does it, but for a fraction of zero, whatever time came before", () => {
  const seconds = fc.integer({ min: Math.ceil(year0 / 1000), max: year9999 / 1000 }).map((second) => second * 1000);
  const times = fc.array(fc.oneof(seconds, fc.integer({ min: year0, max: year9999 }), fc.constantFrom(0, -1, -1000)));
  fc.assert(
    fc.property(times, (list) => {
      expect(list.map(formatTime)).toEqual(list.map((time) => new Date(time).toISOString().replace(".000Z", "Z")));
    }),
  );
  expect(() => formatTime(Number.NaN)).toThrow(RangeError);
  expect(() => formatTime(Number.POSITIVE_INFINITY)).toThrow(RangeError);
});

test("what is formatted is read again as the same time", () => {
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(2000, 0, 1), max: year9999 }), fc.boolean(), (time, isWhole) => {
      const at = isWhole ? time - (time % 1000) : time;
      expect(parseFormattedTime(formatTime(at))).toBe(at);
    }),
  );
});

test("a request time has no seconds, and is rounded before", () => {
  expect(formatMinute(floorMinute(at))).toBe("2026-08-10T12:00Z");
  expect(formatMinute(ceilMinute(at))).toBe("2026-08-10T12:01Z");
  const whole = Date.parse("2026-08-10T12:00:00Z");
  expect([floorMinute(whole), ceilMinute(whole)]).toEqual([whole, whole]);
});

describe("for people, a duration has two units at most", () => {
  const [second, minute, hour, day] = [1000, 60_000, 3_600_000, 86_400_000];
  test.each([
    [0, "0s"],
    [45 * second, "45s"],
    [4 * minute + 10 * second, "4m 10s"],
    [26 * hour, "26h"],
    [61 * hour + 20 * minute, "61h 20m"],
    [3 * day, "3d"],
    [9 * day + 5 * hour + 59 * minute, "9d 5h"],
  ])("%i ms is %s", (ms, text) => expect(describeDuration(ms)).toBe(text));
});
