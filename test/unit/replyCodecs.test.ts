import { describe, expect, test } from "vitest";
import type { Json } from "../../provider/core/json.ts";
import type { ReplyCodec } from "../../provider/core/replyCodec.ts";
import * as codecs from "../../provider/core/replyCodecs.ts";

/** What a codec makes of a value from the wire; undefined when it cannot be read. */
function read(codec: ReplyCodec<Json>, value: unknown): unknown {
  return codec.schema().safeParse(value).data;
}

describe("text", () => {
  test.each([
    ["1894629053", "1894629053"],
    [1894629053, "1894629053"],
    [8, "8"],
    ["13624876458954716732", "13624876458954716732"],
    ["无", "无"],
  ])("%j is %j", (sent, meant) => expect(read(codecs.textCodec, sent)).toBe(meant));

  test.each([[{}], [[]], [null]])("%j is not text", (sent) => expect(read(codecs.textCodec, sent)).toBeUndefined());
});

describe("B38: a whole number", () => {
  test.each([
    [2167808, 2167808],
    ["2167808", 2167808],
    [0, 0],
    ["0", 0],
    [" 12 ", 12],
    ["9007199254740991", 9_007_199_254_740_991],
  ])("%j is %j", (sent, meant) => expect(read(codecs.integerCodec, sent)).toBe(meant));

  test.each([
    [-1],
    [1.5],
    ["1.5"],
    ["-1"],
    ["1e3"],
    ["0x10"],
    ["N/A"],
    ["无"],
    [true],
    [{}],
    ["9007199254740993"],
    [1e300],
  ])("%j is not one that can be told exactly", (sent) => expect(read(codecs.integerCodec, sent)).toBeUndefined());
});

describe("megabytes", () => {
  test.each([
    ["2MB", 2_097_152],
    ["2", 2_097_152],
    [2, 2_097_152],
    ["2 MB", 2_097_152],
    ["0MB", 0],
  ])("%j is %j bytes", (sent, meant) => expect(read(codecs.megabytesAsBytesCodec, sent)).toBe(meant));

  test.each([["2GB"], ["MB"], [""], ["-2MB"], ["1.5MB"], ["two"]])("%j is not read", (sent) =>
    expect(read(codecs.megabytesAsBytesCodec, sent)).toBeUndefined(),
  );
});

describe("a boolean", () => {
  test.each([[true], ["True"], ["true"], ["1"], [1]])("%j is true", (sent) =>
    expect(read(codecs.boolCodec, sent)).toBe(true),
  );
  test.each([[false], ["False"], ["false"], ["0"], [0]])("%j is false", (sent) =>
    expect(read(codecs.boolCodec, sent)).toBe(false),
  );
  test.each([["yes"], [2], ["无"], ["-1"], [{}], ["truefalse"]])("%j is neither", (sent) =>
    expect(read(codecs.boolCodec, sent)).toBeUndefined(),
  );
});

describe("B40: a time", () => {
  test.each([
    ["2026-08-01T02:03:04Z", "2026-08-01T02:03:04Z"],
    ["2026-08-01T02:03Z", "2026-08-01T02:03:00Z"],
    ["2017-05-30 T12:11:4Z", "2017-05-30T12:11:04Z"],
    ["2017-05-30T12:11:4Z", "2017-05-30T12:11:04Z"],
    ["2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z"],
    ["2026-12-31T23:59:59Z", "2026-12-31T23:59:59Z"],
  ])("%s is %s", (sent, meant) => expect(read(codecs.timeCodec, sent)).toBe(meant));

  test.each([
    ["2026-02-30T00:00:00Z"],
    ["2023-02-29T00:00:00Z"],
    ["2026-13-01T00:00:00Z"],
    ["2026-00-10T00:00:00Z"],
    ["2026-08-00T00:00:00Z"],
    ["2026-08-32T00:00:00Z"],
    ["2026-08-01T24:00:00Z"],
    ["2026-08-01T00:60:00Z"],
    ["2026-08-01T00:00:60Z"],
    ["2026-08-01T00:00:00"],
    ["2026-08-01T00:00:00+08:00"],
    ["2026-08-01"],
    ["1969-12-31T00:00:00Z"],
    ["2100-01-01T00:00:00Z"],
    ["-"],
    [""],
    [1_663_162_216_000],
    ["无"],
  ])("%j is not read: nothing is rolled over or guessed", (sent) =>
    expect(read(codecs.timeCodec, sent)).toBeUndefined(),
  );
});

describe("an expiry", () => {
  test.each([
    ["2026-08-01T02:03:04Z", "2026-08-01T02:03:04Z"],
    ["2026-08-01T02:03Z", "2026-08-01T02:03:00Z"],
    ["2100-01-01T00:00:00Z", "2100-01-01T00:00:00Z"],
    ["9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"],
    [-1, "9999-12-31T23:59:59Z"],
    ["-1", "9999-12-31T23:59:59Z"],
  ])("%j is %s", (sent, meant) => expect(read(codecs.expiryCodec, sent)).toBe(meant));

  test.each([["2026-02-30T00:00:00Z"], ["1999-12-31T00:00:00Z"], ["9999-13-01T00:00:00Z"], [1], [0], ["--1"], [""]])(
    "%j is not read",
    (sent) => expect(read(codecs.expiryCodec, sent)).toBeUndefined(),
  );
});

describe("milliseconds since 1970", () => {
  test.each([[1_663_162_216_000], ["1663162216000"]])("%j", (sent) =>
    expect(read(codecs.epochMillisAsTimeCodec, sent)).toBe("2022-09-14T13:30:16Z"),
  );
  test.each([[1_663_162_216], ["1663162216"], [0], [""], [-1], ["1663162216000ms"], [1e300], ["无"]])(
    "%j is not a number of milliseconds",
    (sent) => expect(read(codecs.epochMillisAsTimeCodec, sent)).toBeUndefined(),
  );
});

describe("seconds since 1970", () => {
  test.each([[1_549_196_762], ["1549196762"]])("%j", (sent) =>
    expect(read(codecs.epochSecondsAsTimeCodec, sent)).toBe("2019-02-03T12:26:02Z"),
  );
  test.each([[0], ["0"], [1_549_196_762_000], ["1549196762000"], [-1]])("%j is not a number of seconds", (sent) =>
    expect(read(codecs.epochSecondsAsTimeCodec, sent)).toBeUndefined(),
  );
});

describe("a path", () => {
  test("is kept as it is", () =>
    expect(read(codecs.pathUnlessLinkCodec, "exports/备份 1/full=a&b.bak")).toBe("exports/备份 1/full=a&b.bak"));
  test.each([
    ["//bucket.oss.aliyuncs.com/f?Signature=a"],
    ["exports/f?Signature"],
    ["exports/f?"],
    ["exports/f%3FSignature%3Da"],
    ["exports/f%3fSignature%3da"],
  ])("%j may have a query, and is not read", (sent) => expect(read(codecs.pathUnlessLinkCodec, sent)).toBeUndefined());
});

describe("a link", () => {
  const query = "?Expires=1549369691&OSSAccessKeyId=LTAIx&Signature=a%2Fb%3D";
  test.each([
    [`https://bucket.oss.aliyuncs.com/f${query}`, `https://bucket.oss.aliyuncs.com/f${query}`],
    [`//bucket.oss.aliyuncs.com/f${query}`, `https://bucket.oss.aliyuncs.com/f${query}`],
    [`"https://bucket.oss.aliyuncs.com/f${query}"`, `https://bucket.oss.aliyuncs.com/f${query}`],
    [`'//bucket.oss.aliyuncs.com/f${query}'`, `https://bucket.oss.aliyuncs.com/f${query}`],
    [` http://bucket.oss.aliyuncs.com/f${query} `, `http://bucket.oss.aliyuncs.com/f${query}`],
  ])("%j", (sent, meant) => expect(read(codecs.linkCodec, sent)).toBe(meant));
});
