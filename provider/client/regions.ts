/**
 * Public endpoints by region, from the official API metadata of 2025-12 and 2026-04. Where several regions share a
 * host, the instance ID decides. A region without a DBS host of its own in the table uses the pattern of its product.
 */
interface RegionHosts {
  readonly rds: string;
  readonly dbs: string;
}

export type Service = keyof RegionHosts;

const SHARED_RDS = "rds.aliyuncs.com";
const SHARED_DBS = "dbs-api.cn-hangzhou.aliyuncs.com";

export const regions: ReadonlyMap<string, RegionHosts> = new Map([
  ...shared("cn-hangzhou", "cn-shanghai", "cn-shenzhen", "cn-beijing", "cn-qingdao", "cn-hongkong"),
  ...shared("cn-hangzhou-finance", "cn-shanghai-finance-1"),
  ["cn-heyuan", { rds: SHARED_RDS, dbs: ownHost("dbs-api", "cn-heyuan") }],
  ["cn-shenzhen-finance-1", { rds: ownHost("rds", "cn-shenzhen-finance-1"), dbs: SHARED_DBS }],
  ["us-east-1", { rds: ownHost("rds", "us-east-1"), dbs: SHARED_DBS }],
  ["us-west-1", { rds: ownHost("rds", "us-west-1"), dbs: SHARED_DBS }],
  ...own("cn-zhangjiakou", "cn-huhehaote", "cn-chengdu", "cn-wulanchabu", "cn-guangzhou", "ap-southeast-1"),
  ...own("ap-southeast-2", "ap-southeast-3", "ap-southeast-5", "ap-southeast-6", "ap-south-1", "ap-northeast-1"),
  ...own("eu-central-1", "eu-west-1", "me-east-1", "na-south-1"),
]);

/** For a region that is newer than this table. */
export function hostsByPattern(region: string): RegionHosts {
  return { rds: ownHost("rds", region), dbs: ownHost("dbs-api", region) };
}

const PRODUCTS: Readonly<Record<Service, string>> = { rds: "rds", dbs: "dbs-api" };

/**
 * The regions that a host answers for: those that have it in the table, and the one in its own name. A VPC host such
 * as `rds-vpc.cn-shanghai.aliyuncs.com` belongs to one region, also where the public host is shared.
 *
 * @param host lower case, without a port and without a dot at its end
 */
export function regionsOf(service: Service, host: string): ReadonlySet<string> {
  const listed = [...regions].flatMap(([region, hosts]) => (hosts[service] === host ? [region] : []));
  const [, product = "", region] = /^([a-z-]+)\.([a-z0-9-]+)\.aliyuncs\.com$/.exec(host) ?? [];
  const isOwn = region !== undefined && product.replace(/-vpc$/, "") === PRODUCTS[service];
  return new Set(isOwn ? [region, ...listed] : listed);
}

function shared(...names: string[]): [string, RegionHosts][] {
  return names.map((region) => [region, { rds: SHARED_RDS, dbs: SHARED_DBS }]);
}

function own(...names: string[]): [string, RegionHosts][] {
  return names.map((region) => [region, hostsByPattern(region)]);
}

function ownHost(service: string, region: string): string {
  return `${service}.${region}.aliyuncs.com`;
}
