import { describe, expect, test } from "vitest";
import { linkExpiry } from "../../provider/core/linkExpiry.ts";

const base = "https://b.oss-cn-hangzhou.aliyuncs.com/a/b.gz";

describe("when a link expires is told", () => {
  test.each([
    ["by Expires in seconds", "?Expires=1795165200&OSSAccessKeyId=x&Signature=y", "2026-11-20T09:00:00Z"],
    ["by Expires at the end", "?OSSAccessKeyId=x&Signature=y%3D&Expires=1795165200", "2026-11-20T09:00:00Z"],
    [
      "by signing time and lifetime of a V4 signature",
      "?x-oss-signature-version=OSS4-HMAC-SHA256&x-oss-date=20261120T080000Z&x-oss-expires=3600&x-oss-signature=y",
      "2026-11-20T09:00:00Z",
    ],
  ])("%s", (_, query, expected) => {
    expect(linkExpiry(base + query)).toBe(Date.parse(expected));
  });
});

describe("nothing is told, and nothing guessed,", () => {
  test.each([
    ["without a query", ""],
    ["without an expiry", "?Signature=y"],
    ["by empty text", "?Expires="],
    ["by a word", "?Expires=never"],
    ["by milliseconds", "?Expires=1795165200000"],
    ["by a negative number", "?Expires=-1795165200"],
    ["by a fraction", "?Expires=1795165200.5"],
    ["by a lower-case name", "?expires=1795165200"],
    ["by a name that ends alike", "?NotExpires=1795165200"],
    ["by half of a V4 signature", "?x-oss-date=20261120T080000Z"],
    ["by the other half", "?x-oss-expires=3600"],
    ["by a V4 date that is not one", "?x-oss-date=20261320T080000Z&x-oss-expires=3600"],
    ["by a V4 day that is not one", "?x-oss-date=20260230T080000Z&x-oss-expires=3600"],
    ["by a V4 lifetime that is not one", "?x-oss-date=20261120T080000Z&x-oss-expires=1h"],
    ["by a fragment", "#?Expires=1795165200"],
  ])("%s", (_, query) => {
    expect(linkExpiry(base + query)).toBeUndefined();
  });
  test.each([
    "",
    "176.x.x.x",
    "b.oss.aliyuncs.com/a?Expires=1795165200",
    "/a?Expires=1795165200",
    "?Expires=1795165200",
  ])("by %j, which is no link", (text) => expect(linkExpiry(text)).toBeUndefined());
});

test("of two expiries in one link neither is believed", () => {
  expect(linkExpiry(`${base}?Expires=1795165200&Expires=1795168800`)).toBeUndefined();
  expect(linkExpiry(`${base}?x-oss-date=20261120T080000Z&x-oss-expires=60&x-oss-expires=3600`)).toBeUndefined();
});
