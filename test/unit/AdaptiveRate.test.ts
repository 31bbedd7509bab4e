import { describe, expect, test } from "vitest";
import { AdaptiveRate } from "../../provider/client/rate/AdaptiveRate.ts";

const SECOND = 1_000;

/** A rate after so many requests of one second were taken, and the next was refused. */
function cutAfter(taken: number, pauseMs = 0) {
  const rate = new AdaptiveRate(() => 0);
  for (let index = 0; index < taken; index++) {
    const at = ((index + 1) * SECOND) / (taken + 1);
    rate.sent(at);
    rate.accepted(at, at);
  }
  rate.sent(SECOND);
  rate.throttled(SECOND, SECOND, pauseMs);
  return rate;
}

test("until the service refuses there is no limit", () => {
  const rate = new AdaptiveRate(() => 0);
  for (let at = 0; at < 100; at++) {
    expect(rate.nextAt(at)).toBeLessThanOrEqual(at);
    rate.sent(at);
    rate.accepted(at, at);
  }
  expect(rate.perSecond(100)).toBe(Number.POSITIVE_INFINITY);
});

describe("after a refusal", () => {
  test("three quarters of what was taken, then a climb back, flat at the plateau, and on", () => {
    const rate = cutAfter(20);
    const at = (seconds: number) => rate.perSecond(SECOND + seconds * SECOND);
    expect(at(0)).toBeCloseTo(15, 5);
    expect(at(2)).toBeCloseTo(20 - 5 / 8, 5);
    expect(at(4)).toBeCloseTo(20, 5);
    expect(at(5)).toBeCloseTo(20 * (1 + 1 / 64), 5);
    expect(at(8)).toBeCloseTo(40, 5);
  });

  test("the next request leaves after one interval, and each of the others after another", () => {
    const rate = cutAfter(20);
    expect(rate.nextAt(SECOND)).toBeCloseTo(SECOND + SECOND / 15, 5);
    rate.sent(1_067);
    expect(rate.nextAt(1_067)).toBeGreaterThan(1_067 + 60);
  });

  test("not before the pause that the service asked for, and then one at a time", () => {
    const rate = cutAfter(20, 3 * SECOND);
    expect(rate.nextAt(SECOND)).toBe(4 * SECOND);
    rate.sent(4 * SECOND);
    // What was not sent in the pause is not sent all at once.
    expect(rate.nextAt(4 * SECOND)).toBeGreaterThan(4 * SECOND + 40);
  });

  test("the longer the pauses, the more rarely they are risked", () => {
    expect(cutAfter(20, 3 * SECOND).perSecond(SECOND + 15 * SECOND)).toBeLessThan(20);
    expect(cutAfter(20).perSecond(SECOND + 15 * SECOND)).toBeGreaterThan(40);
  });

  test("requests that left before it do not count again", () => {
    const rate = cutAfter(20);
    for (const sentAt of [900, 950, 990]) rate.throttled(1_050, sentAt, 0);
    expect(rate.perSecond(SECOND)).toBeCloseTo(15, 5);
    expect(rate.isOneAtATime).toBe(false);
  });
});

describe("a service that takes nothing any more", () => {
  test("is asked by one request at a time, after pauses that double up to five seconds", () => {
    const rate = cutAfter(100);
    let at = SECOND;
    const pauses: number[] = [];
    for (let probe = 0; probe < 8; probe++) {
      at = rate.nextAt(at);
      rate.sent(at);
      rate.throttled(at, at, 0);
      expect(rate.isOneAtATime).toBe(true);
      pauses.push(rate.nextAt(at) - at);
    }
    expect(pauses.map(Math.floor)).toEqual([187, 375, 750, 1500, 3000, 3750, 3750, 3750]);
  });

  test("and when it opens, the rate of before counts", () => {
    const rate = cutAfter(100);
    for (const at of [2 * SECOND, 3 * SECOND]) rate.throttled(at, at, 0);
    rate.accepted(60 * SECOND, 60 * SECOND);
    expect(rate.isOneAtATime).toBe(false);
    expect(rate.perSecond(60 * SECOND)).toBeCloseTo(75, 5);
  });
});

test("when too little was taken to know, two a second is a guess that grows with each reply", () => {
  const rate = new AdaptiveRate(() => 0);
  rate.sent(0);
  rate.throttled(0, 0, 0);
  expect(rate.perSecond(0)).toBe(2);
  for (let reply = 0; reply < 4; reply++) rate.accepted(SECOND * (reply + 1), SECOND * (reply + 1));
  expect(rate.perSecond(4 * SECOND)).toBeCloseTo(2 * 1.25 ** 4, 5);
});

test("a rate never falls to nothing", () => {
  const rate = cutAfter(5);
  for (let at = 10 * SECOND; at < 1000 * SECOND; at += 10 * SECOND) {
    rate.accepted(at, at);
    rate.throttled(at + 1, at + 1, 0);
    expect(rate.perSecond(at + 1)).toBeGreaterThanOrEqual(0.2);
  }
});
