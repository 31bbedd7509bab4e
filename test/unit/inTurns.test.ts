import { expect, test } from "vitest";
import { mapInTurns, ROWS_IN_A_TURN } from "../../provider/core/inTurns.ts";

test("a long list is mapped in order, and whoever waits has a turn before it is through", async () => {
  const numbers = Array.from({ length: 3 * ROWS_IN_A_TURN }, (_, index) => index);
  let mapped = 0;
  const seen: number[] = [];
  const look = () => {
    seen.push(mapped);
    if (mapped < numbers.length) setImmediate(look);
  };
  setImmediate(look);
  const doubled = await mapInTurns(numbers, (number) => {
    mapped++;
    return number * 2;
  });
  expect(doubled).toEqual(numbers.map((number) => number * 2));
  expect(seen).toContain(ROWS_IN_A_TURN);
  expect(seen).toContain(2 * ROWS_IN_A_TURN);
});

test("a short list takes no turn of others", async () => {
  let others = 0;
  setImmediate(() => others++);
  await mapInTurns([1, 2, 3], (number) => number);
  expect(others).toBe(0);
});
