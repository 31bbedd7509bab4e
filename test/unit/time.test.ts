import { describe, expect, test } from "vitest";
import { ceilMinute, describeDuration, floorMinute, formatMinute, formatTime } from "../../provider/core/time.ts";

const at = Date.parse("2026-08-10T12:00:30.250Z");

test("a time leaves in RFC 3339, with a fraction only when there is one", () => {
  expect(formatTime(at)).toBe("2026-08-10T12:00:30.250Z");
  expect(formatTime(at - 250)).toBe("2026-08-10T12:00:30Z");
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
