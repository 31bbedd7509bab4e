import { expect, test } from "vitest";
import { stsHost } from "../../provider/client/credentials/stsHost.ts";
import { regions } from "../../provider/client/regions.ts";

const CENTRAL = "sts.aliyuncs.com";
// Written off the official metadata of 2026-04 (aliyun-openapi-meta), and for cn-north-2-gov-1 the Go SDK's map.
const OWN = [
  ...["cn-qingdao", "cn-beijing", "cn-zhangjiakou", "cn-huhehaote", "cn-wulanchabu", "cn-hangzhou", "cn-shanghai"],
  ...[
    "cn-shenzhen",
    "cn-heyuan",
    "cn-guangzhou",
    "cn-chengdu",
    "cn-nanjing",
    "cn-fuzhou",
    "cn-hongkong",
    "cn-wuhan-lr",
  ],
  ...["ap-northeast-1", "ap-northeast-2", "ap-southeast-1", "ap-southeast-3", "ap-southeast-5", "ap-southeast-7"],
  ...["us-east-1", "us-west-1", "na-south-1", "eu-central-1", "eu-west-1", "me-east-1", "me-central-1"],
  ...["cn-beijing-finance-1", "cn-shanghai-finance-1"],
].map((region) => [region, `sts.${region}.aliyuncs.com`, `sts-vpc.${region}.aliyuncs.com`] as const);
const VPC_ALONE = ["cn-shenzhen-finance-1", "cn-north-2-gov-1"].map(
  (region) => [region, CENTRAL, `sts-vpc.${region}.aliyuncs.com`] as const,
);
const NEITHER = [
  ...["cn-hangzhou-finance", "cn-zhongwei", "ap-southeast-2", "ap-southeast-6", "ap-southeast-8", "ap-south-1"],
  "us-southeast-1",
].map((region) => [region, CENTRAL, CENTRAL] as const);
const TABLE = [...OWN, ...VPC_ALONE, ...NEITHER];

test.each(TABLE)("STS of %s: %s, in its VPC %s", (region, host, vpc) => {
  expect([stsHost(region, "public"), stsHost(region, "vpc")]).toEqual([host, vpc]);
});

test("no region of the table of RDS and DBS is left out", () => {
  const listed = new Set<string>(TABLE.map(([region]) => region));
  expect([...regions.keys()].filter((region) => !listed.has(region))).toEqual([]);
});
