import fc from "fast-check";
import { expect, test } from "vitest";
import { redact } from "../../provider/core/redact.ts";

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

test("what a support ticket needs is kept", () => {
  const text =
    "code Throttling.User, HTTP 400, RequestId 7463B73D-35CC-4D19-A010-6B8D65D242EF, endpoint https://rds.aliyuncs.com";
  expect(redact(text)).toBe(text);
});

test.each([
  ["as it is", "s3cr3t+/value=="],
  ["percent-encoded", encodeURIComponent("s3cr3t+/value==")],
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
