import fc from "fast-check";
import { demoCredentials } from "../../../emulator/index.ts";
import type { Json, JsonObject } from "../../../provider/core/json.ts";

const { temporary } = demoCredentials;
const link = `https://bucket.oss-cn-hangzhou.aliyuncs.com/f?Expires=4102444800&OSSAccessKeyId=${temporary.accessKey}&Signature=s1gnature%3D`;

/** Texts that hold a secret, plainly and encoded. */
export const secretTexts = [
  link,
  `SecurityToken=${encodeURIComponent(temporary.securityToken)}&Signature=abcdefghijklmnopqrst%3D`,
  `string to sign is:POST&%2F&AccessKeyId%3D${temporary.accessKey}%26SecurityToken%3D${encodeURIComponent(encodeURIComponent(temporary.securityToken))}`,
  `{"secret":"${temporary.secretKey}"}`,
  Buffer.from(`user:${temporary.securityToken}:x`).toString("base64"),
];

const oddTexts = [
  "",
  " ",
  "无",
  "null",
  "NaN",
  "-",
  "\u0000",
  "\uD800",
  "\u202E",
  "1e999",
  "0x10",
  "true",
  "2026-13-45T99:99:99Z",
];
const oddNumbers = [0, -0, -1, 0.1, 1e21, 2 ** 53, 4_102_444_800, Number.MAX_VALUE];
const oddKeys = ["__proto__", "constructor", "toString", "Items", "Data", "Code", "Success", "TotalRecordCount", ""];

/** Any text that is no secret: odd, long, or random. */
export const plainText = fc.oneof(
  fc.constantFrom(...oddTexts),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.integer({ min: 100, max: 70_000 }).map((length) => "x".repeat(length)),
);

/** The same, or a text with a secret in it. */
export const anyText = fc.oneof({ weight: 3, arbitrary: plainText }, fc.constantFrom(...secretTexts));

/** Any JSON, with much of what breaks readers of it. */
export const plainJson = jsonWith(plainText);
export const anyJson = jsonWith(anyText);

function jsonWith(text: fc.Arbitrary<string>): fc.Arbitrary<Json> {
  return fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom<Json>(null, true, false, {}, [], ...oddNumbers),
      text,
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(fc.oneof(fc.constantFrom(...oddKeys), fc.string({ maxLength: 8 })), tie("value"), { maxKeys: 4 }),
    ),
  })).value;
}

export const anyObject: fc.Arbitrary<JsonObject> = fc.dictionary(fc.string({ maxLength: 12 }), anyJson, { maxKeys: 6 });
