import { expect, test } from "vitest";
import { shortenForMetadata } from "../../provider/server/grpc/shortenForMetadata.ts";

/** gRPC over HTTP/2: a status message is percent-encoded, of plain ASCII only `%` is. */
function bytesOnTheWire(text: string): number {
  return encodeURIComponent(text).replace(/%(2[0-46-9A-F]|[3-6][0-9A-F]|7[0-9A-E])/gi, "x").length;
}

test.each([
  ["a report", "rm-a (cn-hangzhou): no good backup.\n  What to do: check it."],
  ["nothing", ""],
  ["other scripts", "实例 rm-a 没有备份\n  What to do: 😀"],
])("H2: %s that fits is left as it is", (_, text) => expect(shortenForMetadata(text)).toBe(text));

test("H2: half a character, which gRPC cannot send, becomes the sign for that", () => {
  expect(shortenForMetadata("a\uD83Db")).toBe("a\uFFFDb");
});

test.each([
  ["a line without end", "x".repeat(100_000)],
  ["an emoji without end", "😀".repeat(20_000)],
  ["percent signs", "%".repeat(20_000)],
  ["many lines", Array.from({ length: 1000 }, (_, n) => `line ${n}`).join("\n")],
  ["long lines", Array.from({ length: 100 }, () => "实".repeat(3000)).join("\n")],
])("H2: of %s the beginning is kept, and what to do", (_, text) => {
  const fitted = shortenForMetadata(`first line\n${text}\n  What to do: this.`);
  expect(fitted.split("\n")[0]).toBe("first line");
  expect(fitted.split("\n").at(-1)).toBe("  What to do: this.");
  expect(bytesOnTheWire(fitted)).toBeLessThan(7 * 1024);
  expect(fitted.isWellFormed()).toBe(true);
  expect(bytesOnTheWire(shortenForMetadata(text))).toBeLessThan(7 * 1024);
});
