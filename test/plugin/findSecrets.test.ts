import { describe, expect, test } from "vitest";
import { demoCredentials, seeds } from "../../emulator/index.ts";
import { findSecrets } from "../support/findSecrets.ts";

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

  test("finds nothing in an ordinary report", () => {
    const text = "rm-bp1shop0healthy01 (cn-hangzhou): no good backup. Signature does not match, RequestId 5E3A.";

    expect(findSecrets([{ where: "here", text }])).toEqual([]);
  });
});
