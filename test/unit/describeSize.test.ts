import { expect, test } from "vitest";
import { describeSize } from "../../provider/core/describeSize.ts";

test.each([
  [0, "0 bytes"],
  [1, "1 byte"],
  [1023, "1023 bytes"],
  [1024, "1.0 KiB"],
  [1_000_000, "976.6 KiB"],
  [46_495_481_113, "43.3 GiB"],
  [1_000_000_000_000, "931.3 GiB"],
  [2 ** 40, "1.0 TiB"],
  [2 ** 60, "1024.0 PiB"],
])("%d is %s", (bytes, text) => {
  expect(describeSize(bytes)).toBe(text);
});
