import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../provider/core/json.ts";
import { backupRow, NOW } from "../support/fixtures/backups.ts";
import { call, failure } from "../support/lookups/lookups.ts";
import { simulatedSession } from "../support/lookups/simulatedSession.ts";
import {
  bucket,
  fixedWindow,
  type Hint,
  type Limit,
  limitedService,
  slidingWindow,
} from "../support/network/limitedService.ts";
import { SimulatedTime } from "../support/network/SimulatedTime.ts";

const oneBackup = ({ DBInstanceId = "" }): JsonObject => ({
  RequestId: "R",
  TotalRecordCount: 1,
  Items: { Backup: [backupRow("1", 5, { DBInstanceId })] },
});

interface Ended {
  readonly beganAt: number;
  readonly endedAt: number;
}

/** So many lookups of as many instances, each after a pause; settings are the defaults. */
async function lookUp(count: number, limit: Limit, { everyMs = 0, latencyMs = 50, name = "getLatestBackup" } = {}) {
  const time = new SimulatedTime(NOW);
  const { openTransport, requests } = limitedService({ time, limit, latencyMs, answer: oneBackup });
  const session = simulatedSession(time, openTransport);
  const one = async (_: unknown, index: number) => {
    await time.sleep(index * everyMs);
    const beganAt = time.elapsed;
    const result = await call(session, name, { dbInstanceId: `rm-${index}` });
    return { beganAt, endedAt: time.elapsed, result };
  };
  const all = await time.during(Promise.all(Array.from({ length: count }, one)));
  return { all, seconds: time.elapsed / 1000, requests: requests() };
}

/** The longest by which a lookup ended before one that had begun at least two seconds before it. */
function longestOvertaking(all: readonly Ended[]): number {
  const pairs = all.flatMap((early) =>
    all.filter((late) => late.beganAt - early.beganAt >= 2_000).map((late) => early.endedAt - late.endedAt),
  );
  return Math.max(0, ...pairs);
}

const hints: readonly (readonly [string, Hint])[] = [
  ["no hint", () => undefined],
  ["a right hint", (exactMs) => exactMs],
  ["a hint of a second", () => 1_000],
];
/** `ideal`: seconds for 500 requests, of which none is refused. */
const services: readonly (readonly [string, number, (hint: Hint) => Limit])[] = [
  ["a bucket of 20 that fills at 20 a second", 24, (hint) => bucket(20, 20, hint)],
  ["20 in each second", 24, (hint) => fixedWindow(20, 1_000, hint)],
  ["20 within any second, refusals included", 24, (hint) => slidingWindow(20, 1_000, hint)],
];

describe("F18, N2: 500 lookups against 20 requests a second", () => {
  test.each(
    services.flatMap(([service, ideal, limit]) =>
      hints.map(([name, hint]) => ({ service, ideal, name, limit: limit(hint) })),
    ),
  )("$service, $name: all succeed within 1.5 times the ideal", async ({ limit, ideal }) => {
    const { all, seconds } = await lookUp(500, limit);
    expect(all.map(({ result }) => result.backupId)).toEqual(Array.from({ length: 500 }, () => "1"));
    expect(seconds / ideal).toBeLessThanOrEqual(1.5);
  });

  test("one after another, at the very rate of the service: no gap between two requests is too short", async () => {
    const { seconds } = await lookUp(
      500,
      bucket(20, 1, () => undefined),
    );
    expect(seconds / 25).toBeLessThanOrEqual(1.5);
  });

  test.each(hints)("those that come later end later: %s", async (_, hint) => {
    const { all } = await lookUp(500, slidingWindow(20, 1_000, hint), { everyMs: 30 });
    expect(longestOvertaking(all)).toBeLessThanOrEqual(5_000);
  });

  test("over a slow line, too", async () => {
    const { seconds } = await lookUp(
      500,
      bucket(20, 20, () => undefined),
      { latencyMs: 200 },
    );
    expect(seconds / 24).toBeLessThanOrEqual(1.5);
  });
});

describe("N2b: verdicts", () => {
  const verdicts = (all: readonly { readonly result: JsonObject }[]) =>
    new Set(all.map(({ result }) => result.verdict));

  test.each(hints)("of 50 instances against 5 requests a second, none is unknown: %s", async (_, hint) => {
    const { all } = await lookUp(50, bucket(5, 5, hint), { name: "getBackupReadiness" });
    expect(verdicts(all)).toEqual(new Set(["pass"]));
  });

  test.each(hints)("150 calls against 100 a minute, from the first on: none is unknown: %s", async (_, hint) => {
    const { all, seconds } = await lookUp(150, fixedWindow(100, 60_000, hint), { name: "getBackupReadiness" });
    expect(verdicts(all)).toEqual(new Set(["pass"]));
    // The rest goes through as soon as the next window opens; the last look for it is at most five seconds away.
    expect(seconds).toBeLessThanOrEqual(60 + 5 + 5);
  });

  test("one verdict of 150 instances, the same", async () => {
    const time = new SimulatedTime(NOW);
    const limit = fixedWindow(100, 60_000, () => undefined);
    const { openTransport } = limitedService({ time, limit, answer: oneBackup });
    const dbInstanceIds = Array.from({ length: 150 }, (_, index) => `rm-${index}`);
    const session = simulatedSession(time, openTransport);
    expect(await time.during(call(session, "getBackupReadiness", { dbInstanceIds }))).toMatchObject({
      verdict: "pass",
    });
  });
});

describe("a limit that changes", () => {
  test("to a tenth: the rate follows, and few requests are refused", async () => {
    const [fast, slow] = [bucket(100, 10, () => undefined), bucket(10, 10, () => undefined)];
    const { seconds, requests } = await lookUp(400, (now) => (now < 3_000 ? fast(now) : slow(now)));
    // 300 in three seconds, and ten a second then.
    expect(seconds).toBeLessThanOrEqual(3 + 10 * 1.5);
    expect(requests).toBeLessThanOrEqual(400 * 1.2);
  });

  test("to ten times as much: the rate follows", async () => {
    const [slow, fast] = [bucket(5, 5, () => undefined), bucket(50, 50, () => undefined)];
    const { seconds } = await lookUp(400, (now) => (now < 10_000 ? slow(now) : fast(now)));
    // 55 in ten seconds; what is left takes seven seconds at best, and the climb costs some more.
    expect(seconds).toBeLessThanOrEqual(10 + 7 + 20);
  });
});

test("who never gets a turn is told so, after five times maxRetryTimeout", async () => {
  const time = new SimulatedTime(NOW);
  const { openTransport } = limitedService({ time, limit: () => ({ hintMs: undefined }), answer: oneBackup });
  const session = simulatedSession(time, openTransport, { maxRetryTimeout: 3 });
  const lookups = ["rm-1", "rm-2"].map((dbInstanceId) => failure(call(session, "getLatestBackup", { dbInstanceId })));
  const [first, second] = await time.during(Promise.all(lookups));
  expect(first?.message).toMatch(/^DescribeBackups for rm-1 failed: Throttling\.User: .*attempts in 15\.0 s/s);
  expect(second?.message).toMatch(/^DescribeBackups for rm-2 failed: .* in 15\.0 s/s);
  expect(time.elapsed).toBe(15_000);
});
