import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { readToEnd } from "../../provider/core/readToEnd.ts";
import type { PageReply } from "../../provider/core/startPass.ts";
import { NOW } from "../support/fixtures/backups.ts";
import { page } from "../support/laws/pages.ts";

/** A list of six pages of one row, whose replies arrive and are decoded when the test says so. */
function listOfSix() {
  const requested: number[] = [];
  const arrivals = new Map<number, () => void>();
  const decoded = Array.from({ length: 7 }, () => Promise.withResolvers<PageReply>());
  const reading = readToEnd({
    action: "DescribeBackups",
    pageSizes: [1],
    maxRows: 100,
    pagesAtOnce: 2,
    fetchPage: (index, onArrival = () => undefined) => {
      requested.push(index);
      arrivals.set(index, onArrival);
      return decoded[index]?.promise ?? Promise.reject(new Error(`There is no page ${index}.`));
    },
  });
  return {
    reading,
    requested,
    arrive: async (...indexes: readonly number[]) => {
      for (const index of indexes) arrivals.get(index)?.();
      await nextTurn();
    },
    fail: async (index: number, message: string) => {
      decoded[index]?.reject(new Error(message));
      await nextTurn();
    },
    decode: async (...indexes: readonly number[]) => {
      for (const index of indexes)
        decoded[index]?.resolve({ ...page(6, ...(index < 6 ? [index] : [])), serviceTime: NOW });
      await nextTurn();
    },
  };
}

test("once a page behind page one has brought rows, a request leaves for each reply that is there", async () => {
  const { reading, requested, arrive, decode } = listOfSix();
  await decode(0);
  expect(requested).toEqual([0, 1, 2]);
  await arrive(1, 2);
  expect(requested).toEqual([0, 1, 2]);
  await decode(1);
  expect(requested).toEqual([0, 1, 2, 3, 4]);
  await arrive(3, 4, 5, 6);
  await decode(2, 3, 4, 5, 6);
  expect([...(await reading).rows.keys()]).toEqual(["0", "1", "2", "3", "4", "5"]);
});

test("of several faults the first one is told: the others may be what it has led to", async () => {
  const { reading, requested, decode, fail } = listOfSix();
  const end = expect(reading).rejects.toThrow("the clock is wrong");
  await decode(0);
  await fail(2, "the clock is wrong");
  await fail(1, "the clock was wrong");
  await end;
  expect(requested).toEqual([0, 1, 2]);
});

test("a reading ends when everything that was asked for has ended", async () => {
  const { reading, decode, fail } = listOfSix();
  let ended = false;
  const end = reading.catch(() => undefined).then(() => (ended = true));
  await decode(0);
  await fail(2, "forbidden");
  expect(ended).toBe(false);
  await decode(1);
  await end;
});
