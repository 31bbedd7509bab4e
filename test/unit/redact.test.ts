import fc from "fast-check";
import { expect, test } from "vitest";
import { stringToSign } from "../../emulator/service/signatures/readV2Signature.ts";
import { learnSecrets, redact } from "../../provider/core/redact.ts";
import { findSecrets } from "../support/secrets/findSecrets.ts";

const key = "LTAI5tAnotherKey0000000";
const signature = "9bAsXmbjkmo2yNDwyc%3D";
const token = "CAISzwJ1q6Ft5B2yfSjIr5bA";

test.each([
  ["a query", `AccessKeyId=${key}&Signature=${signature}&SecurityToken=${token}`],
  ["JSON", `{"AccessKeyId":"${key}","Signature":"${signature}","SecurityToken":"${token}"}`],
  ["prose", `AccessKeyId: ${key}, Signature: ${signature}, SecurityToken: ${token}`],
  [
    "a signed link",
    `https://b.oss.aliyuncs.com/f?OSSAccessKeyId=${key}&Signature=${signature}&security-token=${token}`,
  ],
  [
    "a link without a scheme",
    `//b.oss.aliyuncs.com/f?OSSAccessKeyId=${key}&Signature=${signature}&security-token=${token}`,
  ],
  [
    "a V4 link",
    `//b.oss.aliyuncs.com/f?x-oss-credential=${key}&x-oss-signature=${signature}&x-oss-security-token=${token}`,
  ],
  ["a V3 header", `Authorization: ACS3-HMAC-SHA256 Credential=${key},SignedHeaders=host,Signature=${signature}`],
  ["a string to sign", `POST&%2F&AccessKeyId%3D${key}%26Action%3DDescribeBackups`],
])("in %s neither key, signature nor token is left", (_, text) => {
  const clean = redact(text);
  expect(clean).toContain("[redacted]");
  for (const secret of [key, signature, token]) expect(clean).not.toContain(secret);
});

test("a link keeps nothing of its query, whatever is in it", () => {
  const link = "https://b.oss-cn-hangzhou.aliyuncs.com/hins1/f.tar.gz";
  expect(redact(`see ${link}?auth=abc123&x=1, again`)).toBe(`see ${link}?[redacted], again`);
});

test("what a support ticket needs is kept", () => {
  const text =
    "code Throttling.User, HTTP 400, RequestId 7463B73D-35CC-4D19-A010-6B8D65D242EF, endpoint https://rds.aliyuncs.com";
  expect(redact(text)).toBe(text);
});

test.each([
  ["as it is", "s3cr3t+/value=="],
  ["percent-encoded", encodeURIComponent("s3cr3t+/value==")],
  ["percent-encoded twice", encodeURIComponent(encodeURIComponent("s3cr3t+/value=="))],
  ["in Base64", Buffer.from("s3cr3t+/value==").toString("base64")],
])("a known secret is taken out %s", (_, shown) => {
  expect(redact(`before ${shown} after`, ["s3cr3t+/value=="])).toBe("before [redacted] after");
});

test("of two secrets where one begins like the other, nothing is left", () => {
  expect(redact("token abcdefgh-long-tail", ["abcdefgh", "abcdefgh-long-tail"])).toBe("token [redacted]");
});

test("a secret that was not set takes nothing out", () => {
  expect(redact("nothing to hide", ["", ""])).toBe("nothing to hide");
});

test("no given secret is ever left, whatever stands around it", () => {
  const secret = fc.stringMatching(/^[A-Za-z0-9+/=._!*'()-]{8,40}$/).filter((text) => !"[redacted]".includes(text));
  fc.assert(
    fc.property(fc.array(secret, { minLength: 1, maxLength: 3 }), fc.array(fc.string()), (secrets, around) => {
      const text = around.flatMap((part, index) => [part, secrets[index % secrets.length] ?? ""]).join(" ");
      const clean = redact(text, secrets);
      for (const each of secrets) expect(clean).not.toContain(each);
    }),
  );
});

/** Of the form of a security token, with the signs that encodings change. */
const stsToken = "CAIS+abc/defGH==ijk+LMN/opq==";
const twice = (text: string) => encodeURIComponent(encodeURIComponent(text));

test.each([
  ["twice encoded", twice(stsToken)],
  ["three times encoded", encodeURIComponent(twice(stsToken))],
  ["encoded in small letters", encodeURIComponent(stsToken).replace(/%../g, (code) => code.toLowerCase())],
  ["in base64 of URLs", Buffer.from(stsToken).toString("base64url")],
  ["in base64 that was URL-encoded", encodeURIComponent(Buffer.from(stsToken).toString("base64").replace(/=+$/, ""))],
  ["in JSON with escaped slashes", stsToken.replaceAll("/", "\\/")],
  ["in JSON that is safe in HTML", stsToken.replaceAll("=", "\\u003d").replaceAll("+", "\\u002B")],
  ["in HTML", stsToken.replaceAll("=", "&#61;").replaceAll("+", "&#x2b;")],
  ["in hexadecimal", Buffer.from(stsToken).toString("hex")],
])("S1: a known token is taken out %s", (_, shown) => {
  expect(redact(`before ${shown} after`, [stsToken])).toBe("before [redacted] after");
});

test.each([
  ["in base64 with a name and a password around it", Buffer.from(`user:${stsToken}:x`).toString("base64")],
  ["wrapped over lines", stsToken.replace(/(.{10})/g, "$1\r\n  ")],
  ["with colours in it", `CAIS\u200B${stsToken.slice(4)}`],
])("S1: of a known token nothing to speak of is left %s", (_, shown) => {
  const clean = redact(`before ${shown} after`, [stsToken]);
  expect(clean).toContain("[redacted]");
  expect(clean.length).toBeLessThan("before [redacted] after".length + 16);
});

test("S1: what was learnt is taken out of every text from then on, and what was not is not", () => {
  expect(redact("the word ordinaryButSecret1")).toBe("the word ordinaryButSecret1");
  learnSecrets("ordinaryButSecret1", "", "abc");
  expect(redact("the word ordinaryButSecret1, abc")).toBe("the word [redacted], abc");
});

test("S1: a secret that is used again is not forgotten for others", { timeout: 60_000 }, () => {
  for (let renewal = 0; renewal < 500; renewal++) {
    // Each time: a key that is forgotten would be learnt again with the next.
    learnSecrets("theKeyThatAssumesTheRole", `aTemporarySecret${renewal}`);
    const shown = redact(`theKeyThatAssumesTheRole aTemporarySecret${renewal}`);
    expect(shown).toBe("[redacted] [redacted]");
  }
});

test.each([
  "string to sign",
  "String-to-sign",
  "StringToSign",
  "string%20to%20sign",
  "STRING_TO_SIGN",
  "string+to+sign",
])("S1: behind %j nothing is shown, known or not", (words) => {
  const parameters = new Map([
    ["AccessKeyId", "STS.NUsomebody"],
    ["SecurityToken", stsToken],
    ["DBInstanceId", "rm-somebody"],
  ]);
  const text = `It does not conform. Server ${words} is: ${stringToSign("POST", parameters)}\nand more`;
  expect(redact(text)).toBe("It does not conform");
});

test("S1: a string that was signed is without key and token where nothing announces it", () => {
  const parameters = new Map([
    ["AccessKeyId", "aKeyOfAnotherForm"],
    ["Action", "DescribeBackups"],
    ["SecurityToken", "aTokenOfAnother+Form/=="],
    ["Timestamp", "2026-08-10T12:00:30Z"],
  ]);
  const text = stringToSign("POST", parameters);
  for (const shown of [text, encodeURIComponent(text), decodeURIComponent(text)]) {
    const clean = redact(shown);
    expect(findSecrets([{ where: "text", text: clean }], [...parameters.values()])).toEqual([
      "text: DescribeBackups",
      "text: 2026-08-10T12:00:30Z",
    ]);
  }
});

test.each([
  "IncompleteSignature: The request signature does not conform to Aliyun standards.",
  "InvalidAccessKeyId.NotFound: Specified access key is not found.",
  "MissingSecurityToken: SecurityToken is mandatory for this action.",
  "Sign in to the console, and look up the token there. The design is to be signed off.",
])("a text without a secret is left as it is: %s", (text) => expect(redact(text)).toBe(text));

test("no text takes long, whatever it is made of", () => {
  const long = ["?", "//", "%25", "Signature", 'Signature"', "....", "string ", "CAIS", "\\", " ", "%253D"].map(
    (part) => part.repeat(65_536 / part.length),
  );
  const began = performance.now();
  for (const text of long) redact(text, ["s3cr3t+/value==", stsToken]);
  expect(performance.now() - began).toBeLessThan(10_000);
});
