import type { Network } from "../regions.ts";

/** Regions with STS hosts of their own: the official API metadata (aliyun-openapi-meta, products.json) of 2026-04. */
const REGIONS: ReadonlySet<string> = new Set(
  [
    "cn-qingdao cn-beijing cn-zhangjiakou cn-huhehaote cn-wulanchabu cn-hangzhou cn-shanghai cn-shenzhen cn-heyuan",
    "cn-guangzhou cn-chengdu cn-nanjing cn-fuzhou cn-hongkong cn-wuhan-lr ap-northeast-1 ap-northeast-2 ap-southeast-1",
    "ap-southeast-3 ap-southeast-5 ap-southeast-7 us-east-1 us-west-1 na-south-1 eu-central-1 eu-west-1 me-east-1",
    "me-central-1 cn-beijing-finance-1 cn-shanghai-finance-1",
  ].flatMap((names) => names.split(" ")),
);
/** Regions that have a VPC host only. */
const VPC_ONLY: ReadonlySet<string> = new Set(["cn-shenzhen-finance-1", "cn-north-2-gov-1"]);
const CENTRAL = "sts.aliyuncs.com";

/** Every host of STS knows every role; the region's own is nearer, and may be the only one that can be reached. */
export function stsHost(region: string | undefined, network: Network): string {
  if (region === undefined) return CENTRAL;
  if (network === "vpc" && (REGIONS.has(region) || VPC_ONLY.has(region))) return `sts-vpc.${region}.aliyuncs.com`;
  return REGIONS.has(region) ? `sts.${region}.aliyuncs.com` : CENTRAL;
}
