import { describe, expect, test } from "vitest";
import { findCredentials } from "../../provider/client/credentials.ts";

const configured = { accessKey: "configuredKey", secretKey: "configuredSecret" };
const ALICLOUD = { ALICLOUD_ACCESS_KEY: "key1", ALICLOUD_SECRET_KEY: "secret1" };
const ALIBABA_CLOUD = { ALIBABA_CLOUD_ACCESS_KEY_ID: "key2", ALIBABA_CLOUD_ACCESS_KEY_SECRET: "secret2" };
const ALIBABACLOUD = { ALIBABACLOUD_ACCESS_KEY_ID: "key3", ALIBABACLOUD_ACCESS_KEY_SECRET: "secret3" };

describe("the key is", () => {
  test("the configured one before all others", () => {
    expect(findCredentials(configured, ALICLOUD)).toEqual({
      accessKeyId: "configuredKey",
      accessKeySecret: "configuredSecret",
    });
  });
  test("then pulumi-alicloud's variables, then those of the SDKs", () => {
    const idOf = (env: Readonly<Record<string, string>>) => findCredentials({}, env).accessKeyId;
    expect(idOf({ ...ALIBABACLOUD, ...ALIBABA_CLOUD, ...ALICLOUD })).toBe("key1");
    expect(idOf({ ...ALIBABACLOUD, ...ALIBABA_CLOUD })).toBe("key2");
    expect(idOf(ALIBABACLOUD)).toBe("key3");
  });
  test("with its own token, and never with that of another place", () => {
    const tokens = { ALICLOUD_SECURITY_TOKEN: "token1", ALIBABA_CLOUD_SECURITY_TOKEN: "token2" };
    expect(findCredentials({ ...configured, securityToken: "token0" }, tokens).securityToken).toBe("token0");
    expect(findCredentials(configured, tokens).securityToken).toBeUndefined();
    expect(findCredentials({}, { ...ALIBABA_CLOUD, ...tokens }).securityToken).toBe("token2");
    expect(findCredentials({}, { ...ALIBABACLOUD, ...tokens }).securityToken).toBeUndefined();
  });
  test("not one that is set to nothing", () => {
    const env = { ALICLOUD_ACCESS_KEY: "", ALICLOUD_SECRET_KEY: "", ...ALIBABA_CLOUD };
    expect(findCredentials({}, env).accessKeyId).toBe("key2");
  });
});

describe("half a key is never completed from elsewhere", () => {
  test.each([
    [{ accessKey: "onlyKey" }, ALICLOUD, "secretKey: is missing although accessKey is set"],
    [{ secretKey: "onlySecret" }, ALICLOUD, "accessKey: is missing although secretKey is set"],
    [
      {},
      { ...ALIBABA_CLOUD, ALICLOUD_ACCESS_KEY: "onlyKey" },
      "ALICLOUD_SECRET_KEY: is missing although ALICLOUD_ACCESS_KEY",
    ],
    [{}, { ...ALICLOUD, ALICLOUD_SECRET_KEY: "" }, "ALICLOUD_SECRET_KEY: is missing although ALICLOUD_ACCESS_KEY"],
    [{}, { ALIBABA_CLOUD_ACCESS_KEY_SECRET: "onlySecret" }, "ALIBABA_CLOUD_ACCESS_KEY_ID: is missing although"],
    [{}, { ALIBABACLOUD_ACCESS_KEY_ID: "onlyKey" }, "ALIBABACLOUD_ACCESS_KEY_SECRET: is missing although"],
  ])("%j with %j", (settings, env, message) => expect(() => findCredentials(settings, env)).toThrow(message));
});

test("no key at all says how to set one, without asking for it in clear", () => {
  expect(() => findCredentials({}, {})).toThrow("`pulumi config set --secret alicloud-backups:accessKey`");
  expect(() => findCredentials({}, {})).toThrow("ALICLOUD_ACCESS_KEY and ALICLOUD_SECRET_KEY");
});

test("white space in a key is named, and the key is not repeated", () => {
  const pasted = { ALICLOUD_ACCESS_KEY: "LTAIpasted", ALICLOUD_SECRET_KEY: "pastedSecret\n" };
  expect(() => findCredentials({}, pasted)).toThrow(/^(?!.*pasted).*ALICLOUD_SECRET_KEY: holds white space/s);
});
