import { describe, expect, test } from "vitest";
import { findEndpoint } from "../../provider/client/findEndpoint.ts";
import { readSettings } from "../../provider/client/readSettings.ts";
import { InputError } from "../../provider/core/errors/InputError.ts";

type Environment = Readonly<Record<string, string>>;

function at(rds: string, callRegion: string | undefined, ownRegion?: string, env: Environment = {}) {
  return findEndpoint("Rds", callRegion, { ...(ownRegion && { region: ownRegion }), endpoints: { rds } }, env);
}

function refusalOf(...question: Parameters<typeof at>): string {
  return reasonOf(() => at(...question));
}

function reasonOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(error.failures.map(({ property }) => property)).toEqual(["region"]);
    return error.failures[0]?.reason ?? "";
  }
  throw new Error("It was not refused.");
}

const hangzhouVpc = "https://rds-vpc.cn-hangzhou.aliyuncs.com";

const otherWays =
  '(with endpointType: "vpc" each region\'s VPC endpoint is used), write {region} into it if each region has such a ' +
  "host, or use a second Provider with that region and its own endpoint";

describe("W10: an endpoint that is set does not serve", () => {
  test("another region than its own and the provider's: both are named, and what to do", () => {
    const reason = refusalOf(hangzhouVpc, "cn-shanghai", "cn-hangzhou");

    expect(reason).toBe(
      "cn-shanghai is not served by https://rds-vpc.cn-hangzhou.aliyuncs.com (set by endpoints.rds), which " +
        `serves cn-hangzhou (the provider's region). To ask in cn-shanghai, unset endpoints.rds ${otherWays}; to ask in ` +
        "cn-hangzhou, leave out region",
    );
  });

  test.each([
    ["a region of which its own is the beginning", hangzhouVpc, "cn-hangzhou-finance"],
    ["a region that is the beginning of its own", "rds-vpc.cn-shanghai-finance-1.aliyuncs.com", "cn-shanghai"],
    ["a region of the shared host, from a host of one region", "rds.cn-chengdu.aliyuncs.com", "cn-beijing"],
    ["a region with a host of its own, from the shared host", "https://rds.aliyuncs.com", "us-east-1"],
    ["any other, from a host that tells no region", "https://rds.example.com", "cn-shanghai"],
    ["any other, from the region's name on another domain", "https://rds.cn-shanghai.example.com", "cn-shanghai"],
    ["any other, from a host that only ends like the table's", "https://evil-rds.aliyuncs.com", "cn-shanghai"],
    ["any other, from an address", "https://10.1.2.3", "cn-shanghai"],
    ["any other, from the other service's host", "https://dbs-api-vpc.cn-shanghai.aliyuncs.com", "cn-shanghai"],
    ["a region that is newer than the table", hangzhouVpc, "cn-newtown"],
  ])("%s", (_, rds, region) => {
    const reason = refusalOf(rds, region, "eu-west-1");

    expect(reason).toMatch(new RegExp(`^${region} is not served by https://.*serves eu-west-1 \\(the provider's`));
  });

  test("another region, when host and provider differ: all of them are named", () => {
    expect(refusalOf(hangzhouVpc, "cn-beijing", "cn-shanghai")).toContain(
      "which serves cn-shanghai (the provider's region), cn-hangzhou. To ask in cn-beijing, unset",
    );
  });

  test("another region, when the provider has none: there is no region to leave it out for", () => {
    expect(refusalOf(hangzhouVpc, "cn-shanghai")).toBe(
      "cn-shanghai is not served by https://rds-vpc.cn-hangzhou.aliyuncs.com (set by endpoints.rds), which " +
        `serves cn-hangzhou. To ask in cn-shanghai, unset endpoints.rds ${otherWays}`,
    );
  });

  test("a region that nothing ties to it: neither its name nor the provider", () => {
    expect(refusalOf("rds.example.com", "cn-shanghai")).toBe(
      "it is not known whether https://rds.example.com (set by endpoints.rds) serves cn-shanghai: its name tells " +
        "no region, and the provider has none. If it does, set the provider's region: `pulumi config set " +
        "alicloud-backups:region cn-shanghai`. If not, unset endpoints.rds",
    );
  });

  test.each([
    ["ALIBABA_CLOUD_ENDPOINT_RDS", { ALIBABA_CLOUD_ENDPOINT_RDS: hangzhouVpc, RDS_ENDPOINT: "rds.aliyuncs.com" }],
    ["RDS_ENDPOINT", { RDS_ENDPOINT: hangzhouVpc }],
  ])("another region when it comes from %s, which is named", (variable, variables) => {
    const env = { ...variables, ALICLOUD_REGION: "cn-hangzhou" };

    const reason = reasonOf(() => findEndpoint("Rds", "cn-shanghai", {}, env));

    expect(reason).toContain(
      `(set by ${variable}), which serves cn-hangzhou (the provider's region, set by ALICLOUD_REGION)`,
    );
    expect(reason).toContain(`unset ${variable}`);
  });

  test("the other service's region: each has its own endpoint", () => {
    const settings = { region: "cn-hangzhou", endpoints: { dbs: "dbs-api-vpc.cn-hangzhou.aliyuncs.com" } };

    expect(reasonOf(() => findEndpoint("Dbs", "eu-west-1", settings, {}))).toContain("(set by endpoints.dbs)");
    expect(findEndpoint("Rds", "eu-west-1", settings, {}).url).toBe("https://rds.eu-west-1.aliyuncs.com");
  });

  test("what is no region at all, cut and quoted", () => {
    expect(refusalOf(hangzhouVpc, `a"b${"c".repeat(500)}`, "cn-hangzhou")).toMatch(/^"a\\"bc{57}" is not served by/);
  });
});

describe("W10: an endpoint that is set serves", () => {
  test.each([
    ["the provider's region", "https://rds.example.com", "cn-shanghai", "cn-shanghai", {}],
    ["the provider's region, which nobody repeats", "https://rds.example.com", undefined, "cn-shanghai", {}],
    ["the provider's region in the environment", "10.1.2.3", "us-west-1", undefined, { ALICLOUD_REGION: "us-west-1" }],
    ["the provider's region in another case", "https://rds.example.com", "cn-shanghai", "CN-Shanghai", {}],
    ["the provider's region, also from a host that names another", hangzhouVpc, undefined, "cn-shanghai", {}],
  ] as const)("%s", (_, rds, region, ownRegion, env) => {
    const endpoint = at(rds, region, ownRegion, env);

    expect(endpoint.url).toBe(rds.startsWith("https://") ? rds : `https://${rds}`);
    expect(endpoint.region).toBe(region ?? ownRegion);
    // Nothing but the provider's settings ties the region to it.
    expect(endpoint.regionOrUrl).toBe(endpoint.url);
  });

  test.each([
    ["its VPC host", hangzhouVpc, "cn-hangzhou"],
    ["its public host", "https://rds.eu-west-1.aliyuncs.com", "eu-west-1"],
    ["its shared host", "https://rds.aliyuncs.com", "cn-hongkong"],
    ["its host in capitals, without a scheme", "RDS-VPC.CN-Hangzhou.Aliyuncs.COM", "cn-hangzhou"],
    ["its host with a dot at the end", "https://rds-vpc.cn-hangzhou.aliyuncs.com.", "cn-hangzhou"],
    ["its host with the port of https", "rds.aliyuncs.com:443", "cn-qingdao"],
    ["its host with a slash", "https://rds.aliyuncs.com/", "cn-heyuan"],
    ["its host by the product's pattern", "rds.cn-beijing.aliyuncs.com", "cn-beijing"],
    ["a region that is newer than the table", "rds-vpc.me-central-1.aliyuncs.com", "me-central-1"],
    ["a region in capitals", hangzhouVpc, "CN-HANGZHOU"],
  ])("the region of its name, whatever the provider's: %s", (_, rds, region) => {
    for (const ownRegion of [undefined, "ap-south-1"]) {
      expect(at(rds, region, ownRegion)).toMatchObject({ region, regionOrUrl: region.toLowerCase() });
    }
  });

  test("every region that shares the DBS host in Hangzhou", () => {
    const settings = { region: "eu-west-1", endpoints: { dbs: "dbs-api.cn-hangzhou.aliyuncs.com" } };
    for (const region of ["cn-hangzhou", "cn-shanghai", "us-east-1", "cn-shenzhen-finance-1"]) {
      expect(findEndpoint("Dbs", region, settings, {}).regionOrUrl).toBe(region);
    }
    for (const region of ["cn-chengdu", "ap-southeast-1"]) {
      expect(reasonOf(() => findEndpoint("Dbs", region, settings, {}))).toContain("(set by endpoints.dbs)");
    }
  });

  test.each([
    "http://127.0.0.1:4010",
    "http://127.8.9.10",
    "http://localhost:4010",
    "HTTP://LOCALHOST:4010",
    "http://[::1]:4010",
    "http://[0:0:0:0:0:0:0:1]:4010",
    "https://localhost:4010",
    "localhost",
  ])("every region on this machine: %s", (rds) => {
    for (const ownRegion of [undefined, "cn-hangzhou"]) {
      const { region, url, regionOrUrl } = at(rds, "cn-shanghai", ownRegion);
      expect([region, regionOrUrl]).toEqual(["cn-shanghai", url]);
    }
  });

  test.each(["https://127.0.0.1.example.com", "https://localhost.example.com", "https://128.0.0.1", "https://[::2]"])(
    "not every region elsewhere: %s",
    (rds) => expect(refusalOf(rds, "cn-shanghai", "cn-hangzhou")).toContain("cn-shanghai is not served by"),
  );
});

describe("the place of an answer", () => {
  test.each([
    ["cn-shanghai", "rds.aliyuncs.com", "dbs-api.cn-hangzhou.aliyuncs.com"],
    ["eu-central-1", "rds.eu-central-1.aliyuncs.com", "dbs-api.eu-central-1.aliyuncs.com"],
    ["cn-hangzhou-finance", "rds.aliyuncs.com", "dbs-api.cn-hangzhou.aliyuncs.com"],
    ["na-south-1", "rds.na-south-1.aliyuncs.com", "dbs-api.na-south-1.aliyuncs.com"],
  ])("W13: is the region %s at its public and its VPC host, set by hand or not", (region, rds, dbs) => {
    const places = (endpoints: { rds: string; dbs: string } | undefined) =>
      (["Rds", "Dbs"] as const).map(
        (product) => findEndpoint(product, undefined, { region, ...(endpoints && { endpoints }) }, {}).regionOrUrl,
      );
    const vpc = { rds: `rds-vpc.${region}.aliyuncs.com`, dbs: `dbs-api-vpc.${region}.aliyuncs.com` };

    expect(places(undefined)).toEqual([region, region]);
    expect(places({ rds, dbs })).toEqual([region, region]);
    expect(places(vpc)).toEqual([region, region]);
  });

  test("is a host's own, not the region's, where a host is not the region's", () => {
    expect(at("https://proxy.example:8443/", undefined, "cn-hangzhou").regionOrUrl).toBe("https://proxy.example:8443");
    expect(at("rds-vpc.cn-shanghai.aliyuncs.com", undefined, "cn-hangzhou").regionOrUrl).toBe(
      "https://rds-vpc.cn-shanghai.aliyuncs.com",
    );
    expect(at("dbs-api-vpc.cn-hangzhou.aliyuncs.com", undefined, "cn-hangzhou").regionOrUrl).toBe(
      "https://dbs-api-vpc.cn-hangzhou.aliyuncs.com",
    );
  });
});

describe("an endpoint with {region} in it serves every region", () => {
  test.each([
    ["rds-vpc.{region}.aliyuncs.com", "cn-shanghai", "https://rds-vpc.cn-shanghai.aliyuncs.com", "cn-shanghai"],
    ["https://rds.{region}.gateway.example:8443", "eu-west-1", "https://rds.eu-west-1.gateway.example:8443", undefined],
    ["{region}.rds.example", "cn-newtown", "https://cn-newtown.rds.example", undefined],
  ])("%s in %s", (rds, region, url, place) => {
    for (const ownRegion of [undefined, "cn-hangzhou"]) {
      expect(at(rds, region, ownRegion)).toEqual({ region, url, regionOrUrl: place ?? url });
    }
  });

  test("also from the environment", () => {
    const env = { ALIBABA_CLOUD_ENDPOINT_DBS: "dbs.{region}.gateway.example" };
    expect(findEndpoint("Dbs", "us-west-1", {}, env).url).toBe("https://dbs.us-west-1.gateway.example");
  });

  test("and is checked with the region in it: a region that is no label of a host is refused", () => {
    expect(() => at("rds.{region}.example", "evil.example/", "cn-hangzhou")).toThrow("endpoints.rds: ");
    expect(() => at("rds.{zone}.example", "cn-hangzhou")).toThrow('such as "https://rds.cn-hangzhou.aliyuncs.com"');
  });

  test("but for STS, which no call's region decides, it is refused with the configuration", () => {
    const settings = (service: string) => readSettings({ endpoints: { [service]: "x.{region}.example" } }, new Set());
    expect(settings("rds").endpoints).toEqual({ rds: "x.{region}.example" });
    expect(() => settings("sts")).toThrow("endpoints.sts: expected an endpoint such as");
  });
});
