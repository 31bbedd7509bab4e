import { describe, expect, test } from "vitest";
import { bypassesProxy } from "../../provider/client/proxy/bypassesProxy.ts";
import { proxyFor } from "../../provider/client/proxy/proxyFor.ts";
import { redact } from "../../provider/core/redact.ts";

const bypasses = (url: string, noProxy: string) => bypassesProxy(new URL(url), noProxy);
const service = "https://rds.aliyuncs.com";

describe("NO_PROXY is read as Go's net/http reads it", () => {
  test.each([
    [service, "rds.aliyuncs.com"],
    [service, "aliyuncs.com"],
    [service, ".aliyuncs.com"],
    [service, "*.aliyuncs.com"],
    [service, "*"],
    [service, "RDS.Aliyuncs.COM"],
    [service, "one.example , rds.aliyuncs.com ,"],
    [service, "one.example,*"],
    [service, "rds.aliyuncs.com:443"],
    [service, ".aliyuncs.com:443"],
    ["https://rds.aliyuncs.com:8443", "rds.aliyuncs.com:8443"],
    ["https://rds.aliyuncs.com.", "rds.aliyuncs.com"],
    ["https://数据库.example", "数据库.example"],
    ["https://10.1.2.3", "10.1.2.3"],
    ["https://10.1.2.3", "10.1.2.3:443"],
    ["https://10.1.2.3", "10.0.0.0/8"],
    ["https://10.1.2.3", "10.1.2.3/32"],
    ["https://[fd00::1]", "fd00::1"],
    ["https://[fd00::1]", "[fd00::1]:443"],
    ["https://[fd00::1]", "fd00:0:0::1"],
    ["https://[fd00::1]", "fd00::/8"],
  ])("%s goes directly with %s", (url, noProxy) => {
    expect(bypasses(url, noProxy)).toBe(true);
  });

  test.each([
    [service, ""],
    [service, "one.example"],
    [service, "yuncs.com"],
    [service, "rds.aliyuncs.com.example"],
    [service, "ds.aliyuncs.com"],
    ["https://aliyuncs.com", ".aliyuncs.com"],
    ["https://aliyuncs.com", "*.aliyuncs.com"],
    [service, "rds.aliyuncs.com:80"],
    [service, "rds.*.com"],
    [service, "rds.aliyuncs.com other.example"],
    [service, ":443"],
    [service, "10.0.0.0/8"],
    [service, "*:443"],
    ["https://10.1.2.3", "10.1.2.128/25, 10.2.0.0/16"],
    ["https://10.1.2.3", "10.1.2.3:80"],
    ["https://10.1.2.3", "10.0.0.0/33"],
    ["https://10.1.2.3", "10.0.0.0/x"],
    ["https://10.1.2.3", "fd00::/8"],
    ["https://[fd00::1]", "10.0.0.0/8"],
    ["https://[fd00::1]", "fd00::2"],
  ])("%s goes through the proxy with %s", (url, noProxy) => {
    expect(bypasses(url, noProxy)).toBe(false);
  });

  test.each(["localhost", "127.0.0.1", "127.9.9.9", "[::1]", "100.100.100.200"])("%s never does", (host) => {
    expect(bypasses(`https://${host}:8443`, "")).toBe(true);
  });
});

describe("the variables", () => {
  const nameOf = (env: Readonly<Record<string, string>>, url = service) =>
    proxyFor(url, env, () => expect.unreachable())?.label;

  test("the first that says something: large letters before small ones, HTTPS_PROXY before ALL_PROXY", () => {
    const https_proxy = "http://two.example:3128";
    const ALL_PROXY = "http://three.example:3128";
    const all_proxy = "http://four.example:3128";
    const HTTPS_PROXY = "http://one.example:3128";

    expect(nameOf({ all_proxy, ALL_PROXY, https_proxy, HTTPS_PROXY })).toBe("http://one.example:3128 (HTTPS_PROXY)");
    expect(nameOf({ all_proxy, ALL_PROXY, https_proxy, HTTPS_PROXY: " " })).toBe(
      "http://two.example:3128 (https_proxy)",
    );
    expect(nameOf({ all_proxy, ALL_PROXY })).toBe("http://three.example:3128 (ALL_PROXY)");
    expect(nameOf({ all_proxy })).toBe("http://four.example:3128 (all_proxy)");
  });

  test("HTTP_PROXY says nothing about https://", () => {
    expect(nameOf({ HTTP_PROXY: "http://one.example:3128", http_proxy: "http://one.example:3128" })).toBeUndefined();
  });

  test("no_proxy counts when NO_PROXY says nothing", () => {
    const HTTPS_PROXY = "http://one.example:3128";
    expect(nameOf({ HTTPS_PROXY, NO_PROXY: "", no_proxy: "aliyuncs.com" })).toBeUndefined();
    expect(nameOf({ HTTPS_PROXY, NO_PROXY: "other.example", no_proxy: "aliyuncs.com" })).toBe(
      "http://one.example:3128 (HTTPS_PROXY)",
    );
  });

  test("the name has scheme, host and port alone; a password is hidden from now on, in each of its forms", () => {
    const HTTPS_PROXY = "https://robot:p%40ssw0rd@one.example/";

    expect(nameOf({ HTTPS_PROXY })).toBe("https://one.example (HTTPS_PROXY)");

    const text = "p%40ssw0rd, p@ssw0rd, Basic cm9ib3Q6cEBzc3cwcmQ=";
    expect(redact(text)).toBe("[redacted], [redacted], Basic [redacted]");
  });
});
