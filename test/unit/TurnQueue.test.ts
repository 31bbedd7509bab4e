import { expect, test } from "vitest";
import { type Turn, TurnQueue } from "../../provider/client/rate/TurnQueue.ts";
import { CancelledError } from "../../provider/core/errors/CancelledError.ts";
import { failure } from "../support/lookups/lookups.ts";
import { SimulatedTime } from "../support/network/SimulatedTime.ts";

const never = new AbortController().signal;

function start() {
  const time = new SimulatedTime(0);
  const queue = new TurnQueue(time.host);
  const order: number[] = [];
  const take = async (arrival: number, { endsAt = 1e9, signal = never } = {}): Promise<Turn | undefined> => {
    const turn = await queue.take({ arrivalNumber: arrival, endsAtElapsedMs: endsAt, signal });
    if (turn) order.push(arrival);
    return turn;
  };
  return { time, take, order };
}

const settled = () => new Promise(setImmediate);

test("five at once; the end of one is the turn of the earliest, whenever it joined", async () => {
  const { take, order } = start();
  const first = await Promise.all([10, 11, 12, 13, 14].map((arrival) => take(arrival)));
  void take(20);
  void take(3);
  void take(21);
  await settled();
  expect(order).toEqual([10, 11, 12, 13, 14]);
  for (const turn of first) turn?.end({ kind: "accepted" });
  await settled();
  expect(order.slice(5)).toEqual([3, 20, 21]);
});

test("who goes leaves the turn to the next", async () => {
  const { take, order } = start();
  const first = await Promise.all([1, 2, 3, 4, 5].map((arrival) => take(arrival)));
  const gone = new AbortController();
  const leaving = failure(take(6, { signal: gone.signal }));
  void take(7);
  gone.abort();
  expect(await leaving).toBeInstanceOf(CancelledError);
  first[0]?.end({ kind: "failed" });
  await settled();
  expect(order).toEqual([1, 2, 3, 4, 5, 7]);
});

test("who is gone already gets none", async () => {
  const { take, order } = start();
  expect(await failure(take(1, { signal: AbortSignal.abort() }))).toBeInstanceOf(CancelledError);
  expect(order).toEqual([]);
});

test("a turn that does not come in time does not come at all", async () => {
  const { time, take } = start();
  const turn = await take(1);
  turn?.end({ kind: "throttled", pauseMs: 10_000 });
  expect(await time.during(take(2, { endsAt: 4_000 }))).toBeUndefined();
  expect(time.elapsed).toBe(4_000);
  expect(await time.during(take(3, { endsAt: 20_000 }))).toBeDefined();
  expect(time.elapsed).toBe(10_000);
});
