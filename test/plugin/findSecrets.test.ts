import { describe, expect, test } from "vitest";
import { demoCredentials, seeds } from "../../emulator/index.ts";
import { stringToSign } from "../../emulator/service/signatures/readV2Signature.ts";
import { findSecrets } from "../support/secrets/findSecrets.ts";

const { owner, temporary } = demoCredentials;
const [link = ""] = /https:[^"]+Signature=[^"]+/.exec(JSON.stringify(seeds)) ?? [];

describe("the search for secrets, on which other tests rely", () => {
  test.each([
    ["a key secret", `signed with ${owner.secretKey}!`],
    ["a key ID", owner.accessKey],
    ["a token", temporary.securityToken],
    ["a token in a form body", `SecurityToken=${encodeURIComponent(temporary.securityToken)}&x=y`],
    ["a secret inside base64", Buffer.from(`{"k":"${owner.secretKey}"}`).toString("base64")],
    ["a pre-signed link", `see ${link} for it`],
    ["a link that was escaped", encodeURIComponent(link)],
    [
      "a link that no seed holds",
      "https://x.oss-cn-hangzhou.aliyuncs.com/a?Expires=1&OSSAccessKeyId=LTAI&Signature=abc",
    ],
  ])("finds %s", (_, text) => {
    expect(link).not.toBe("");
    expect(findSecrets([{ where: "here", text }])).not.toEqual([]);
  });

  // S1: real tokens hold these signs.
  const token = "CAIS+x/y==&z!(1)* 'q'";
  const once = encodeURIComponent(token);
  const twice = encodeURIComponent(once);
  const base64 = Buffer.from(`ab${token}c`).toString("base64");
  test.each([
    ["plain", token],
    ["encoded once", once],
    ["encoded twice", twice],
    ["encoded three times", encodeURIComponent(twice)],
    ["encoded once, in small letters", once.replace(/%../g, (code) => code.toLowerCase())],
    ["encoded twice, in small letters", encodeURIComponent(once.replace(/%../g, (code) => code.toLowerCase()))],
    ["encoded for a signature", "CAIS%2Bx%2Fy%3D%3D%26z%21%281%29%2A%20%27q%27"],
    ["encoded twice for a signature", "CAIS%252Bx%252Fy%253D%253D%2526z%2521%25281%2529%252A%2520%2527q%2527"],
    ["as a form", new URLSearchParams({ token }).toString()],
    ["in JSON", JSON.stringify({ token })],
    ["in JSON with escaped slashes", `"CAIS+x\\/y==&z!(1)* 'q'"`],
    ["in JSON that is safe in HTML", `"CAIS+x/y\\u003d\\u003d\\u0026z!(1)* \\u0027q\\u0027"`],
    ["inside base64", base64],
    ["inside base64 of URLs", base64.replaceAll("+", "-").replaceAll("/", "_")],
    ["in hexadecimal", Buffer.from(token).toString("hex")],
    ["in hexadecimal capitals", Buffer.from(token).toString("hex").toUpperCase()],
  ])("S1: finds a planted token %s", (_, form) => {
    expect(findSecrets([{ where: "here", text: `before ${form} after` }], [token])).not.toEqual([]);
  });

  test("S1: finds the token of a string that was signed", () => {
    const sent = new Map([
      ["AccessKeyId", temporary.accessKey],
      ["SecurityToken", temporary.securityToken],
    ]);
    const text = `server string to sign is:${stringToSign("POST", sent)}`;
    expect(findSecrets([{ where: "here", text }])).toEqual([
      `here: ${temporary.accessKey}`,
      `here: ${temporary.securityToken}`,
    ]);
  });

  test("finds nothing in an ordinary report", () => {
    const text = "rm-bp1shop0healthy01 (cn-hangzhou): no good backup. Signature does not match, RequestId 5E3A.";

    expect(findSecrets([{ where: "here", text }])).toEqual([]);
  });
});
