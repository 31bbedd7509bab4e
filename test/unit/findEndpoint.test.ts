import { describe, expect, test } from "vitest";
import { checkEndpoint, findEndpoint } from "../../provider/client/findEndpoint.ts";
import type { Settings } from "../../provider/client/settings.ts";

function hostOf(product: "Rds" | "Dbs", region: string, settings: Settings = {}): string {
  return findEndpoint(product, region, settings, {}).url.replace("https://", "");
}

function messageOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return String(error);
  }
  throw new Error("It was not refused.");
}

// Written off the official metadata of 2025-12 and 2026-04: region, RDS, DBS.
const SHARED_DBS = "dbs-api.cn-hangzhou.aliyuncs.com";
const TABLE: readonly (readonly [string, string, string | undefined])[] = [
  ["cn-hangzhou", "rds.aliyuncs.com", SHARED_DBS],
  ["cn-shanghai", "rds.aliyuncs.com", SHARED_DBS],
  ["cn-shenzhen", "rds.aliyuncs.com", SHARED_DBS],
  ["cn-beijing", "rds.aliyuncs.com", SHARED_DBS],
  ["cn-qingdao", "rds.aliyuncs.com", SHARED_DBS],
  ["cn-hongkong", "rds.aliyuncs.com", SHARED_DBS],
  ["cn-heyuan", "rds.aliyuncs.com", undefined],
  ["cn-zhangjiakou", "rds.cn-zhangjiakou.aliyuncs.com", "dbs-api.cn-zhangjiakou.aliyuncs.com"],
  ["cn-huhehaote", "rds.cn-huhehaote.aliyuncs.com", "dbs-api.cn-huhehaote.aliyuncs.com"],
  ["cn-chengdu", "rds.cn-chengdu.aliyuncs.com", "dbs-api.cn-chengdu.aliyuncs.com"],
  ["cn-wulanchabu", "rds.cn-wulanchabu.aliyuncs.com", "dbs-api.cn-wulanchabu.aliyuncs.com"],
  ["cn-guangzhou", "rds.cn-guangzhou.aliyuncs.com", undefined],
  ["ap-southeast-6", "rds.ap-southeast-6.aliyuncs.com", undefined],
  ["na-south-1", "rds.na-south-1.aliyuncs.com", undefined],
  ["ap-southeast-1", "rds.ap-southeast-1.aliyuncs.com", "dbs-api.ap-southeast-1.aliyuncs.com"],
  ["us-east-1", "rds.us-east-1.aliyuncs.com", SHARED_DBS],
  ["us-west-1", "rds.us-west-1.aliyuncs.com", SHARED_DBS],
  ["ap-southeast-3", "rds.ap-southeast-3.aliyuncs.com", "dbs-api.ap-southeast-3.aliyuncs.com"],
  ["ap-southeast-5", "rds.ap-southeast-5.aliyuncs.com", "dbs-api.ap-southeast-5.aliyuncs.com"],
  ["ap-northeast-1", "rds.ap-northeast-1.aliyuncs.com", "dbs-api.ap-northeast-1.aliyuncs.com"],
  ["eu-central-1", "rds.eu-central-1.aliyuncs.com", "dbs-api.eu-central-1.aliyuncs.com"],
  ["eu-west-1", "rds.eu-west-1.aliyuncs.com", "dbs-api.eu-west-1.aliyuncs.com"],
  ["me-east-1", "rds.me-east-1.aliyuncs.com", undefined],
  ["ap-south-1", "rds.ap-south-1.aliyuncs.com", "dbs-api.ap-south-1.aliyuncs.com"],
  ["ap-southeast-2", "rds.ap-southeast-2.aliyuncs.com", "dbs-api.ap-southeast-2.aliyuncs.com"],
  ["cn-hangzhou-finance", "rds.aliyuncs.com", SHARED_DBS],
  ["cn-shanghai-finance-1", "rds.aliyuncs.com", SHARED_DBS],
  ["cn-shenzhen-finance-1", "rds.cn-shenzhen-finance-1.aliyuncs.com", SHARED_DBS],
];

describe("each region has its hosts", () => {
  test.each(TABLE)("%s", (region, rds, dbs) => {
    expect(hostOf("Rds", region)).toBe(rds);
    // The metadata names no DBS host for some regions: the product's pattern is used there.
    expect(hostOf("Dbs", region)).toBe(dbs ?? `dbs-api.${region}.aliyuncs.com`);
  });
});

describe("the region", () => {
  test("is the call's own, else the provider's, else the environment's", () => {
    const env = { ALICLOUD_REGION: "us-west-1", ALIBABA_CLOUD_REGION: "us-east-1", ALIBABACLOUD_REGION: "eu-west-1" };
    expect(findEndpoint("Rds", "cn-chengdu", { region: "cn-beijing" }, env).region).toBe("cn-chengdu");
    expect(findEndpoint("Rds", undefined, { region: "cn-beijing" }, env).region).toBe("cn-beijing");
    expect(findEndpoint("Rds", undefined, {}, env).region).toBe("us-west-1");
    expect(findEndpoint("Rds", undefined, {}, { ...env, ALICLOUD_REGION: "" }).region).toBe("us-east-1");
    expect(findEndpoint("Rds", undefined, {}, { ALIBABACLOUD_REGION: "eu-west-1" }).region).toBe("eu-west-1");
  });

  test("that is set nowhere is an error that prints the command to run, and why alicloud:region is not enough", () => {
    const missing = () => findEndpoint("Rds", undefined, {}, {});
    expect(missing).toThrow("`pulumi config set alicloud-backups:region cn-hangzhou`");
    expect(missing).toThrow(/^region: .*alicloud:region/);
    expect(missing).toThrow("ALICLOUD_REGION");
  });

  test("that is misspelt comes with the right one", () => {
    expect(() => hostOf("Rds", "cn-hangzou")).toThrow(
      `region: "cn-hangzou" is not in this version's table of regions: did you mean cn-hangzhou?`,
    );
  });

  test("that is like none comes with the list, and the way around", () => {
    expect(() => hostOf("Rds", "atlantis")).toThrow(/which has .*cn-hangzhou.*skipRegionValidation: true/);
  });

  test.each([
    ["me-central-1", "eu-central-1"],
    ["af-south-1", "ap-south-1"],
    ["us-southeast-1", "ap-southeast-1"],
    ["sa-east-1", "us-east-1"],
  ])("N12: %s may be newer than the table: no guess at another continent, and how to go on", (region, other) => {
    const refusal = messageOf(() => hostOf("Dbs", region));
    expect(refusal).toContain(`region: "${region}" is not in this version's table of regions`);
    expect(refusal).not.toContain(`did you mean ${other}`);
    expect(refusal).toContain(
      "For a newer region set skipRegionValidation: true, or use a Provider with that region and its endpoints",
    );
    expect(hostOf("Rds", region, { skipRegionValidation: true })).toBe(`rds.${region}.aliyuncs.com`);
    expect(hostOf("Rds", region, { region, endpoints: { rds: "rds.example.com" } })).toBe("rds.example.com");
  });

  test("may be a newer one when that is asked for, but must still be a label", () => {
    const settings = { skipRegionValidation: true };
    expect(hostOf("Rds", "cn-newtown", settings)).toBe("rds.cn-newtown.aliyuncs.com");
    expect(hostOf("Dbs", "cn-newtown", settings)).toBe("dbs-api.cn-newtown.aliyuncs.com");
    for (const region of ["evil.example.com/", "a.b", "a@b", "a:1", "", "CN", "a b"]) {
      expect(() => hostOf("Rds", region, settings)).toThrow("region: ");
    }
  });
});

describe("an explicit endpoint", () => {
  const settings = { endpoints: { rds: "http://127.0.0.1:4010" } };

  test("is used as it is, for its own service only, with any region", () => {
    expect(findEndpoint("Rds", "atlantis", settings, {})).toEqual({
      region: "atlantis",
      url: "http://127.0.0.1:4010",
      place: "http://127.0.0.1:4010",
    });
    expect(hostOf("Dbs", "cn-shanghai", settings)).toBe(SHARED_DBS);
  });

  test("may come from the environment, under the names that pulumi-alicloud reads", () => {
    const settings = { region: "cn-hangzhou" };
    const url = (env: Readonly<Record<string, string>>) => findEndpoint("Rds", undefined, settings, env).url;
    expect(url({ ALIBABA_CLOUD_ENDPOINT_RDS: "rds.example.com", RDS_ENDPOINT: "b.example" })).toBe(
      "https://rds.example.com",
    );
    expect(url({ ALIBABA_CLOUD_ENDPOINT_RDS: "", RDS_ENDPOINT: "https://b.example" })).toBe("https://b.example");
    expect(url({ DBS_ENDPOINT: "https://dbs.example.com" })).toBe("https://rds.aliyuncs.com");
  });

  test("from the environment is checked like any other", () => {
    expect(() => findEndpoint("Rds", "cn-hangzhou", {}, { RDS_ENDPOINT: "http://rds.example.com" })).toThrow(
      "use https://",
    );
  });
});

describe("an endpoint is safe to send a signature to", () => {
  test.each([
    ["https://rds.cn-hangzhou.aliyuncs.com", "https://rds.cn-hangzhou.aliyuncs.com"],
    ["https://rds.cn-hangzhou.aliyuncs.com/", "https://rds.cn-hangzhou.aliyuncs.com"],
    ["rds.cn-hangzhou.aliyuncs.com", "https://rds.cn-hangzhou.aliyuncs.com"],
    ["HTTPS://RDS.example.com:8443", "https://rds.example.com:8443"],
    ["http://127.0.0.1:4010", "http://127.0.0.1:4010"],
    ["http://localhost:4010", "http://localhost:4010"],
    ["http://[::1]:4010", "http://[::1]:4010"],
  ])("%s", (given, url) => expect(checkEndpoint(given, "endpoints.rds")).toBe(url));

  test.each([
    ["http://rds.aliyuncs.com"],
    ["http://127.0.0.1.example.com"],
    ["http://localhost.example.com"],
    ["http://128.0.0.1"],
    ["http://0.0.0.0:80"],
    ["http://[::2]"],
    ["ftp://localhost"],
    ["file:///etc/passwd"],
    ["https://rds.aliyuncs.com/path"],
    ["https://rds.aliyuncs.com?query=1"],
    ["https://rds.aliyuncs.com#hash"],
    ["https://user@rds.aliyuncs.com"],
    ["https://user:word@rds.aliyuncs.com"],
    ["https://rds.aliyuncs.com@evil.example"],
    ["http://127.0.0.1\\@evil.example"],
    ["https://rds aliyuncs.com"],
    ["https://rds.aliyuncs.com\n"],
    ["https://"],
    [""],
    ["javascript:alert(1)"],
  ])("%j is not", (given) => expect(() => checkEndpoint(given, "endpoints.rds")).toThrow(/^endpoints\.rds: /));

  test("a password in it is not repeated", () => {
    expect(() => checkEndpoint("https://user:hunter2@rds.aliyuncs.com", "endpoints.rds")).toThrow(/^(?!.*hunter2)/s);
  });
});
