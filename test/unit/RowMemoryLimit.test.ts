import { expect, test } from "vitest";
import { RowMemoryLimit } from "../../provider/lookups/RowMemoryLimit.ts";

const MIB = 1024 * 1024;

/** A reading of passes of so many pages of one MiB each. */
function read(...passes: readonly number[]) {
  const memory = new RowMemoryLimit("DescribeBackups", 10 * MIB);
  for (const pages of passes) {
    memory.beginPass();
    for (let page = 0; page < pages; page++) memory.add(MIB);
  }
}

test.each([[[10]], [[5, 5]], [[5, 5, 5, 5]], [[1, 9]]])("there is room for passes of %j pages", (passes) => {
  expect(() => read(...passes)).not.toThrow();
});

test.each([[[11]], [[5, 6]], [[1, 5, 6]]])(
  "there is none for passes of %j: the one before is kept to compare with",
  (passes) => {
    expect(() => read(...passes)).toThrow("DescribeBackups sends more than 10 MiB of rows.");
  },
);
