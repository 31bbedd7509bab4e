import { describe, expect, test } from "vitest";
import type { HttpReply } from "../../provider/client/http/exchange.ts";
import type { SendOptions } from "../../provider/client/popTransport.ts";
import type { Settings } from "../../provider/client/settings.ts";
import { backupRow, NOW, SHOP } from "../support/fixtures/backups.ts";
import { call } from "../support/lookups/lookups.ts";
import { simulatedSession } from "../support/lookups/simulatedSession.ts";
import { SimulatedTime } from "../support/network/SimulatedTime.ts";

const page = (total: number, ...rows: readonly object[]): HttpReply => ({
  status: 200,
  headers: { date: new Date(NOW).toUTCString() },
  text: JSON.stringify({ TotalRecordCount: total, Items: { Backup: rows } }),
});
const throttled: HttpReply = {
  status: 400,
  headers: {},
  text: '{"Code":"Throttling.User","Message":"slow down"}',
};
const broken: HttpReply = { status: 503, headers: {}, text: '{"Code":"ServiceUnavailable","Message":"down"}' };

type Answer = (sent: number, parameters: Readonly<Record<string, string>>, time: SimulatedTime) => HttpReply;

/** A lookup against replies that take 100 ms each. */
async function lookUp(answer: Answer, settings: Settings = {}, jumps?: (time: SimulatedTime) => number) {
  const time = new SimulatedTime(NOW);
  let sent = 0;
  const timestamps: (string | undefined)[] = [];
  const session = simulatedSession(
    time,
    () => ({
      close: () => undefined,
      send: async (_action, parameters, { timestamp, signal }: SendOptions) => {
        timestamps.push(timestamp);
        await time.sleep(100, signal);
        return answer(sent++, parameters, time);
      },
    }),
    settings,
  );
  const { host } = session;
  const jumping = jumps ? { ...session, host: { ...host, now: () => host.now() + jumps(time) } } : session;
  const work = call(jumping, "getBackups", { dbInstanceId: SHOP, startTime: "-3d" });
  const result = await time.during(
    work.then(
      ({ ids }) => ({ ids, message: undefined }),
      ({ message }: Error) => ({ ids: undefined, message }),
    ),
  );
  return { ...result, sent, seconds: time.elapsed / 1000, timestamps };
}

describe("the budget of trouble", () => {
  test("is one for the whole lookup, and stops while pages arrive: H3", async () => {
    // 31 pages, asked for one after another as each is full of one row; every one of them fails four times.
    let failed = 0;
    const outcome = await lookUp((_, { PageNumber }) => {
      if (failed++ % 5 < 4) return broken;
      return page(31, backupRow(PageNumber ?? "", 5 + Number(PageNumber)));
    });
    expect(outcome).toMatchObject({ message: expect.stringContaining("ServiceUnavailable") });
    // Of each page some seconds are trouble: the budget of a minute is spent long before the last of them.
    expect(outcome.seconds).toBeGreaterThan(60);
    expect(outcome.seconds).toBeLessThan(70);
  });

  test("begins with the first request that failed, not with the lookup", async () => {
    const { sent, seconds } = await lookUp(() => broken, { maxRetryTimeout: 10 });
    // The first request takes 100 ms, and so does the last, which leaves when the budget is spent.
    expect(seconds).toBeCloseTo(0.1 + 10 + 0.1, 3);
    expect(sent).toBeGreaterThan(3);
  });

  test("outlasts an outage of 20 seconds", async () => {
    const { ids } = await lookUp((_, __, time) => (time.elapsed < 20_000 ? broken : page(1, backupRow("1", 5))));
    expect(ids).toEqual(["1"]);
  });

  test("nothing is tried twice with 0", async () => {
    expect(await lookUp(() => broken, { maxRetryTimeout: 0 })).toMatchObject({ sent: 1 });
  });

  test("waiting for the rate is no part of it", async () => {
    // Throttled for longer than the budget, between two failures: the second one has most of it left.
    let brokenAfterwards = 0;
    const outcome = await lookUp(
      (sent, _, time) => {
        if (sent === 0) return broken;
        if (time.elapsed < 60_000) return throttled;
        return brokenAfterwards++ === 0 ? broken : page(1, backupRow("1", 5));
      },
      { maxRetryTimeout: 30 },
    );
    expect(brokenAfterwards).toBe(2);
    expect(outcome.ids).toEqual(["1"]);
    expect(outcome.seconds).toBeGreaterThan(60);
  });

  test("goes no further than the lookup as a whole, which may take five times as long", async () => {
    // It fails for the first time when the lookup is nearly over; the service wants to be left alone for half a minute.
    const { message, seconds } = await lookUp(
      (_, __, time) => (time.elapsed < 45_000 ? throttled : { ...broken, headers: { "retry-after": "30" } }),
      { maxRetryTimeout: 10 },
    );
    expect(message).toContain("ServiceUnavailable");
    expect(seconds).toBeCloseTo(5 * 10, 3);
  });
});

test.each([86_400_000, -86_400_000])(
  "F41, N5: a local clock that jumps by %i ms during a pause changes nothing",
  async (jump) => {
    const jumps = (time: SimulatedTime) => (time.elapsed > 150 ? jump : 0);
    const { message, seconds } = await lookUp(() => broken, { maxRetryTimeout: 5 }, jumps);
    expect(message).toMatch(/ attempts in 5\.[0-3] s/);
    expect(seconds).toBeLessThan(6);
  },
);

describe("trying again", () => {
  test("F24: signs each attempt with a time of its own", async () => {
    const { timestamps } = await lookUp((sent) => (sent < 6 ? broken : page(1, backupRow("1", 5))));
    expect(timestamps).toHaveLength(7);
    expect(new Set(timestamps).size).toBeGreaterThan(3);
    expect(timestamps[0]).toBe("2026-08-10T12:00:30Z");
  });

  test("F29: asks only for the page that failed", async () => {
    const pages: string[] = [];
    const { ids } = await lookUp((sent, { PageNumber = "" }) => {
      pages.push(PageNumber);
      if (sent === 1) return broken;
      // Behind the last row stands an empty page.
      return Number(PageNumber) > 3 ? page(3) : page(3, backupRow(PageNumber, 30 + Number(PageNumber)));
    });
    expect(ids).toEqual(["1", "2", "3"]);
    expect(pages).toEqual(["1", "2", "2", "3", "4"]);
  });

  test("a reply that is no page is a fault like any other", async () => {
    const { ids, sent } = await lookUp((sent) =>
      sent === 0 ? { ...page(1), text: '{"TotalRecordCount":1}' } : page(1, backupRow("1", 5)),
    );
    expect([ids, sent]).toEqual([["1"], 2]);
  });
});
