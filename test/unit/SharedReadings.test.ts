import { expect, test } from "vitest";
import { CancelledError } from "../../provider/core/errors/CancelledError.ts";
import { SharedReadings } from "../../provider/lookups/SharedReadings.ts";
import { failure } from "../support/lookups/lookups.ts";

/** A reading that ends when the test says so, or when its signal fires. */
function start() {
  const readings = new SharedReadings<string>();
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const signals: AbortSignal[] = [];
  const join = (caller: AbortController, key = "a") =>
    readings.join(key, caller.signal, (signal) => {
      signals.push(signal);
      signal.addEventListener("abort", () => reject(new CancelledError()));
      return promise;
    });
  return { join, resolve, signals };
}

test("H8: a caller who goes ends at once, and leaves the others theirs", async () => {
  const { join, resolve, signals } = start();
  const [one, other] = [new AbortController(), new AbortController()];
  const [gone, staying] = [failure(join(one)), join(other)];
  one.abort();
  expect(await gone).toBeInstanceOf(CancelledError);
  expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
  resolve("whole");
  expect(await staying).toBe("whole");
});

test("H8: with the last caller the reading ends, and whoever comes then begins anew", async () => {
  const { join, signals } = start();
  const callers = [new AbortController(), new AbortController()];
  const ended = Promise.all(callers.map((caller) => failure(join(caller))));
  for (const caller of callers) caller.abort();
  await ended;
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  void join(new AbortController()).catch(() => undefined);
  expect(signals).toHaveLength(2);
});

test("nothing that has ended is kept, whether well or not", async () => {
  const readings = new SharedReadings<number>();
  const { signal } = new AbortController();
  let read = 0;
  const join = () =>
    readings.join("a", signal, () => (++read === 2 ? Promise.reject(new Error("no")) : Promise.resolve(read)));
  expect(await join()).toBe(1);
  await failure(join());
  expect(await join()).toBe(3);
});

test("who is gone already begins nothing", async () => {
  const { join, signals } = start();
  const gone = new AbortController();
  gone.abort();
  expect(await failure(join(gone))).toBeInstanceOf(CancelledError);
  expect(signals).toEqual([]);
});
