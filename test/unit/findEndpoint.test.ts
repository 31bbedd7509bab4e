import { describe, expect, test } from "vitest";
import { findEndpoint } from "../../provider/client/findEndpoint.ts";
import { regions } from "../../provider/client/regions.ts";
import { safeEndpointUrl } from "../../provider/client/safeEndpointUrl.ts";
import type { Settings } from "../../provider/client/settings.ts";
import { profileHome } from "../support/fixtures/profileHome.ts";

function hostOf(product: "Rds" | "Dbs", region: string, settings: Settings = {}): string {
  return findEndpoint(product, region, settings, {}).url.replace("https://", "");
}

/** "-" where the region is accepted and has no host. */
function hostOrNone(product: "Rds" | "Dbs", region: string, settings: Settings = {}): string {
  try {
    return hostOf(product, region, settings);
  } catch (error) {
    if (/no (VPC )?endpoint of (RDS|DBS) in \S+ is known/.test(String(error))) return "-";
    throw error;
  }
}

function messageOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return String(error);
  }
  throw new Error("It was not refused.");
}

/** The region that a refusal suggests. */
function suggestionIn(refusal: string): string | undefined {
  return /did you mean ([a-z0-9-]+)\?/.exec(refusal)?.[1];
}

// Written off the official metadata of 2026-04 and 2026-03 (aliyun-openapi-meta): RDS, its VPC host, DBS, its VPC host.
// "-": no source names one. For DBS without a listed host pulumi-alicloud ends with the product's pattern.
const DBS = "dbs-api.cn-hangzhou.aliyuncs.com";
const TABLE = `
cn-hangzhou            rds.aliyuncs.com                        rds-vpc.cn-hangzhou.aliyuncs.com            ${DBS}  dbs-api-vpc.cn-hangzhou.aliyuncs.com
cn-shanghai            rds.aliyuncs.com                        rds-vpc.cn-shanghai.aliyuncs.com            ${DBS}  dbs-api-vpc.cn-shanghai.aliyuncs.com
cn-shenzhen            rds.aliyuncs.com                        rds-vpc.cn-shenzhen.aliyuncs.com            ${DBS}  dbs-api-vpc.cn-shenzhen.aliyuncs.com
cn-beijing             rds.aliyuncs.com                        rds-vpc.cn-beijing.aliyuncs.com             ${DBS}  dbs-api-vpc.cn-beijing.aliyuncs.com
cn-qingdao             rds.aliyuncs.com                        rds-vpc.cn-qingdao.aliyuncs.com             ${DBS}  dbs-api-vpc.cn-qingdao.aliyuncs.com
cn-hongkong            rds.aliyuncs.com                        rds-vpc.cn-hongkong.aliyuncs.com            ${DBS}  dbs-api-vpc.cn-hongkong.aliyuncs.com
cn-heyuan              rds.aliyuncs.com                        rds-vpc.cn-heyuan.aliyuncs.com              dbs-api.cn-heyuan.aliyuncs.com  -
cn-zhangjiakou         rds.cn-zhangjiakou.aliyuncs.com         rds-vpc.cn-zhangjiakou.aliyuncs.com         dbs-api.cn-zhangjiakou.aliyuncs.com  dbs-api-vpc.cn-zhangjiakou.aliyuncs.com
cn-huhehaote           rds.cn-huhehaote.aliyuncs.com           rds-vpc.cn-huhehaote.aliyuncs.com           dbs-api.cn-huhehaote.aliyuncs.com  dbs-api-vpc.cn-huhehaote.aliyuncs.com
cn-wulanchabu          rds.cn-wulanchabu.aliyuncs.com          rds-vpc.cn-wulanchabu.aliyuncs.com          dbs-api.cn-wulanchabu.aliyuncs.com  dbs-api-vpc.cn-wulanchabu.aliyuncs.com
cn-chengdu             rds.cn-chengdu.aliyuncs.com             rds-vpc.cn-chengdu.aliyuncs.com             dbs-api.cn-chengdu.aliyuncs.com  dbs-api-vpc.cn-chengdu.aliyuncs.com
cn-guangzhou           rds.cn-guangzhou.aliyuncs.com           rds-vpc.cn-guangzhou.aliyuncs.com           dbs-api.cn-guangzhou.aliyuncs.com  -
ap-southeast-1         rds.ap-southeast-1.aliyuncs.com         rds-vpc.ap-southeast-1.aliyuncs.com         dbs-api.ap-southeast-1.aliyuncs.com  dbs-api-vpc.ap-southeast-1.aliyuncs.com
ap-southeast-3         rds.ap-southeast-3.aliyuncs.com         rds-vpc.ap-southeast-3.aliyuncs.com         dbs-api.ap-southeast-3.aliyuncs.com  dbs-api-vpc.ap-southeast-3.aliyuncs.com
ap-southeast-5         rds.ap-southeast-5.aliyuncs.com         rds-vpc.ap-southeast-5.aliyuncs.com         dbs-api.ap-southeast-5.aliyuncs.com  dbs-api-vpc.ap-southeast-5.aliyuncs.com
ap-southeast-6         rds.ap-southeast-6.aliyuncs.com         rds-vpc.ap-southeast-6.aliyuncs.com         dbs-api.ap-southeast-6.aliyuncs.com  -
ap-northeast-1         rds.ap-northeast-1.aliyuncs.com         rds-vpc.ap-northeast-1.aliyuncs.com         dbs-api.ap-northeast-1.aliyuncs.com  dbs-api-vpc.ap-northeast-1.aliyuncs.com
us-east-1              rds.us-east-1.aliyuncs.com              rds-vpc.us-east-1.aliyuncs.com              ${DBS}  dbs-api-vpc.us-east-1.aliyuncs.com
us-west-1              rds.us-west-1.aliyuncs.com              rds-vpc.us-west-1.aliyuncs.com              ${DBS}  dbs-api-vpc.us-west-1.aliyuncs.com
na-south-1             rds.na-south-1.aliyuncs.com             rds-vpc.na-south-1.aliyuncs.com             dbs-api.na-south-1.aliyuncs.com  -
eu-central-1           rds.eu-central-1.aliyuncs.com           rds-vpc.eu-central-1.aliyuncs.com           dbs-api.eu-central-1.aliyuncs.com  dbs-api-vpc.eu-central-1.aliyuncs.com
eu-west-1              rds.eu-west-1.aliyuncs.com              rds-vpc.eu-west-1.aliyuncs.com              dbs-api.eu-west-1.aliyuncs.com  dbs-api-vpc.eu-west-1.aliyuncs.com
me-east-1              rds.me-east-1.aliyuncs.com              rds-vpc.me-east-1.aliyuncs.com              dbs-api.me-east-1.aliyuncs.com  -
cn-hangzhou-finance    rds.aliyuncs.com                        rds-vpc.cn-hangzhou-finance.aliyuncs.com    ${DBS}  -
cn-shanghai-finance-1  rds.aliyuncs.com                        rds-vpc.cn-shanghai-finance-1.aliyuncs.com  ${DBS}  dbs-api-vpc.cn-shanghai-finance-1.aliyuncs.com
cn-shenzhen-finance-1  rds.cn-shenzhen-finance-1.aliyuncs.com  rds-vpc.cn-shenzhen-finance-1.aliyuncs.com  ${DBS}  dbs-api-vpc.cn-shenzhen-finance-1.aliyuncs.com
cn-beijing-finance-1   rds.aliyuncs.com                        -                                           dbs-api.cn-beijing-finance-1.aliyuncs.com  -
cn-north-2-gov-1       rds.aliyuncs.com                        -                                           dbs-api.cn-north-2-gov-1.aliyuncs.com  -
ap-southeast-7         rds.ap-southeast-7.aliyuncs.com         -                                           dbs-api.ap-southeast-7.aliyuncs.com  -
ap-southeast-2         rds.ap-southeast-2.aliyuncs.com         -                                           dbs-api.ap-southeast-2.aliyuncs.com  -
ap-south-1             rds.ap-south-1.aliyuncs.com             -                                           dbs-api.ap-south-1.aliyuncs.com  -
ap-northeast-2         -                                       -                                           dbs-api.ap-northeast-2.aliyuncs.com  -
ap-southeast-8         -                                       -                                           dbs-api.ap-southeast-8.aliyuncs.com  -
me-central-1           -                                       -                                           dbs-api.me-central-1.aliyuncs.com  -
us-southeast-1         -                                       -                                           dbs-api.us-southeast-1.aliyuncs.com  -
cn-nanjing             -                                       -                                           dbs-api.cn-nanjing.aliyuncs.com  -
cn-fuzhou              -                                       -                                           dbs-api.cn-fuzhou.aliyuncs.com  -
cn-zhongwei            -                                       -                                           dbs-api.cn-zhongwei.aliyuncs.com  -
`;
const LINES = TABLE.trim()
  .split("\n")
  .map((line) => line.split(/ +/));

test("no region of the table is left out below, and none is there twice", () => {
  expect(LINES.map(([region]) => region).sort()).toEqual([...regions.keys()].sort());
});

describe("each region has its hosts", () => {
  test.each(LINES)("%s", (region: string, rds, rdsVpc, dbs, dbsVpc) => {
    const hosts = [
      hostOrNone("Rds", region),
      hostOrNone("Rds", region, { endpointType: "vpc" }),
      hostOrNone("Dbs", region),
      hostOrNone("Dbs", region, { endpointType: "vpc" }),
    ];
    expect(hosts).toEqual([rds, rdsVpc, dbs, dbsVpc]);
  });

  test("and a host that no source names is an error that says how to go on", () => {
    expect(messageOf(() => hostOf("Rds", "me-central-1"))).toContain(
      "region: no endpoint of RDS in me-central-1 is known to this version: set endpoints.rds, or set " +
        "skipRegionValidation: true to try rds.me-central-1.aliyuncs.com",
    );
    expect(messageOf(() => hostOf("Dbs", "me-east-1", { endpointType: "vpc" }))).toContain(
      "endpointType: no VPC endpoint of DBS in me-east-1 is known to this version: set endpoints.dbs",
    );
    const anyRegion: Settings = { skipRegionValidation: true };
    expect(hostOf("Rds", "me-central-1", anyRegion)).toBe("rds.me-central-1.aliyuncs.com");
    expect(hostOf("Rds", "cn-newtown", { ...anyRegion, endpointType: "vpc" })).toBe("rds-vpc.cn-newtown.aliyuncs.com");
    expect(hostOf("Rds", "me-central-1", { endpoints: { rds: "rds.example.com" }, region: "me-central-1" })).toBe(
      "rds.example.com",
    );
  });

  test("whatever ALICLOUD_SKIP_REGION_VALIDATION says, the setting counts more", () => {
    for (const text of ["true", "TRUE", "1", "t"]) {
      const env = { ALICLOUD_SKIP_REGION_VALIDATION: text };
      expect(findEndpoint("Rds", "cn-newtown", {}, env).url).toBe("https://rds.cn-newtown.aliyuncs.com");
      expect(() => findEndpoint("Rds", "cn-newtown", { skipRegionValidation: false }, env)).toThrow("table of regions");
    }
    for (const text of ["", "false", "0", "yes"]) {
      const env = { ALICLOUD_SKIP_REGION_VALIDATION: text };
      expect(() => findEndpoint("Rds", "cn-newtown", {}, env)).toThrow("table of regions");
    }
  });
});

describe("the region", () => {
  test("is the call's own, else the provider's, else the environment's", () => {
    const env = { ALICLOUD_REGION: "us-west-1", ALIBABA_CLOUD_REGION: "us-east-1" };
    expect(findEndpoint("Rds", "cn-chengdu", { region: "cn-beijing" }, env).region).toBe("cn-chengdu");
    expect(findEndpoint("Rds", undefined, { region: "cn-beijing" }, env).region).toBe("cn-beijing");
    expect(findEndpoint("Rds", undefined, {}, env).region).toBe("us-west-1");
    expect(findEndpoint("Rds", undefined, {}, { ...env, ALICLOUD_REGION: "" }).region).toBe("us-east-1");
  });

  test("is not that of ALIBABACLOUD_REGION, with which the alicloud provider would deploy to cn-beijing", () => {
    expect(() => findEndpoint("Rds", undefined, {}, { ALIBABACLOUD_REGION: "eu-west-1" })).toThrow(
      /takes cn-beijing.*ALIBABACLOUD_REGION is set, and neither the alicloud provider nor this package reads it/,
    );
  });

  test("B11: that is set nowhere is an error that prints the command to run, and why alicloud:region is not enough", () => {
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
    ["me-newtown-1", undefined],
    ["me-central-2", "me-central-1"],
    ["af-south-1", undefined],
    ["us-southwest-1", "us-southeast-1"],
    ["sa-east-1", undefined],
    ["sa-west-1", undefined],
  ])("N12: %s may be newer than the table: no guess at another continent, and how to go on", (region, suggestion) => {
    const refusal = messageOf(() => hostOf("Dbs", region));
    expect(refusal).toContain(`region: "${region}" is not in this version's table of regions`);
    expect(suggestionIn(refusal)).toBe(suggestion);
    expect(refusal).toContain(
      "For a newer region set skipRegionValidation: true, or use a Provider with that region and its endpoints",
    );
    expect(hostOf("Rds", region, { skipRegionValidation: true })).toBe(`rds.${region}.aliyuncs.com`);
    expect(hostOf("Rds", region, { region, endpoints: { rds: "rds.example.com" } })).toBe("rds.example.com");
  });

  test("N12: like one of the table, but on another continent, is never taken for that one", () => {
    const continents = ["cn", "ap", "us", "na", "eu", "me", "af", "sa", "xx"];
    for (const region of regions.keys()) {
      for (const continent of continents) {
        const other = region.replace(/^[a-z]+/, continent);
        if (regions.has(other)) continue;
        const suggestion = suggestionIn(messageOf(() => hostOf("Rds", other)));
        expect(suggestion?.split("-")[0] ?? continent, other).toBe(continent);
      }
    }
  });

  test.each(["CN-HANGZHOU", "cn_hangzhou", "Cn Hangzhou"])(
    "that is spelled as %s comes with the right one",
    (region) => {
      expect(suggestionIn(messageOf(() => hostOf("Rds", region)))).toBe("cn-hangzhou");
    },
  );

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
      regionOrUrl: "http://127.0.0.1:4010",
    });
    expect(hostOf("Dbs", "cn-shanghai", settings)).toBe(DBS);
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

describe("a file with hosts of the alicloud provider", () => {
  const region: Settings = { region: "cn-hangzhou" };
  const product = (name: string) => `<Product><ProductName>${name}</ProductName><DomainName>h</DomainName></Product>`;

  test.each([
    ["of other products", `<Endpoints>${product("ECS")}${product("polardb")}</Endpoints>`],
    ["of another kind", "<routes><endpoint>rds</endpoint></routes>"],
    ["that is empty", ""],
  ])("%s, or that is not there, changes nothing", (_, content) => {
    using home = profileHome(content);
    const url = (path: string) => findEndpoint("Rds", undefined, region, { TF_ENDPOINT_PATH: path }).url;
    expect(url(home.file)).toBe("https://rds.aliyuncs.com");
    expect(url(`${home.file}.missing`)).toBe("https://rds.aliyuncs.com");
  });

  test("concerns the service whose hosts it has, in any case, and no endpoint that is set", () => {
    using home = profileHome(`<Endpoints>${product("Dbs")}</Endpoints>`);
    const env = { TF_ENDPOINT_PATH: home.file };
    expect(findEndpoint("Rds", undefined, region, env).url).toBe("https://rds.aliyuncs.com");
    expect(() => findEndpoint("Dbs", undefined, region, env)).toThrow(
      "set endpoints.dbs to the host that stands there",
    );
    const own = { ...region, endpoints: { dbs: "dbs.example.com" } };
    expect(findEndpoint("Dbs", undefined, own, env).url).toBe("https://dbs.example.com");
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
  ])("%s", (given, url) => expect(safeEndpointUrl(given, "endpoints.rds")).toBe(url));

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
  ])("B13: %j is not", (given) => expect(() => safeEndpointUrl(given, "endpoints.rds")).toThrow(/^endpoints\.rds: /));

  test("a password in it is not repeated", () => {
    expect(() => safeEndpointUrl("https://user:hunter2@rds.aliyuncs.com", "endpoints.rds")).toThrow(/^(?!.*hunter2)/s);
  });
});
