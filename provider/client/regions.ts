/**
 * Hosts by region: the official API metadata (aliyun-openapi-meta, products.json of 2026-04 and 2026-03), for the regions
 * that it leaves out the endpoint maps of the official SDKs (2020 to 2026-10). The names are those that pulumi-alicloud
 * accepts, as far as they are regions. Where several regions share a host, the instance ID decides.
 */
export type Service = "rds" | "dbs";
/** Whether requests go over the internet or stay inside the region's virtual private cloud. */
export type Network = "public" | "vpc";

interface RegionHosts {
  readonly rds: Hosts;
  readonly dbs: Hosts;
}
/** Undefined where no source names a host. */
type Hosts = Readonly<Record<Network, string | undefined>>;

const SHARED_HOST: Readonly<Record<Service, string>> = {
  rds: "rds.aliyuncs.com",
  dbs: "dbs-api.cn-hangzhou.aliyuncs.com",
};
const PRODUCT: Readonly<Record<Service, string>> = { rds: "rds", dbs: "dbs-api" };

const NO_HOSTS: Hosts = { public: undefined, vpc: undefined };

const CENTRAL = ["cn-hangzhou", "cn-shanghai", "cn-shenzhen", "cn-beijing", "cn-qingdao", "cn-hongkong"];
const OWN = ["cn-zhangjiakou", "cn-huhehaote", "cn-chengdu", "cn-wulanchabu", "ap-southeast-1", "ap-southeast-3"];
const OWN_TOO = ["ap-southeast-5", "ap-northeast-1", "eu-central-1", "eu-west-1"];

/** DBS has no listed host in some regions. Its pattern is used there, as pulumi-alicloud does in the end. */
export const regions: ReadonlyMap<string, RegionHosts> = new Map([
  ...CENTRAL.map((region) => entry(region, shared("rds", region), shared("dbs", region))),
  ...[...OWN, ...OWN_TOO].map((region) => entry(region, own("rds", region), own("dbs", region))),
  ...["us-east-1", "us-west-1", "cn-shenzhen-finance-1"].map((region) =>
    entry(region, own("rds", region), shared("dbs", region)),
  ),
  entry("cn-shanghai-finance-1", shared("rds", "cn-shanghai-finance-1"), shared("dbs", "cn-shanghai-finance-1")),
  entry("cn-hangzhou-finance", shared("rds", "cn-hangzhou-finance"), publicOnly(SHARED_HOST.dbs)),
  entry("cn-heyuan", shared("rds", "cn-heyuan")),
  ...["cn-guangzhou", "ap-southeast-6", "me-east-1", "na-south-1"].map((region) => entry(region, own("rds", region))),
  // Not in today's metadata: closed regions, the government cloud, and one that a public script shows.
  entry("ap-southeast-2", publicOnly("rds.ap-southeast-2.aliyuncs.com")),
  entry("ap-south-1", publicOnly("rds.ap-south-1.aliyuncs.com")),
  entry("cn-beijing-finance-1", publicOnly(SHARED_HOST.rds)),
  entry("cn-north-2-gov-1", publicOnly(SHARED_HOST.rds)),
  entry("ap-southeast-7", publicOnly("rds.ap-southeast-7.aliyuncs.com")),
  // Regions for which no source names a host of RDS.
  ...["ap-northeast-2", "ap-southeast-8", "cn-fuzhou", "cn-nanjing", "cn-zhongwei"].map((region) => entry(region)),
  ...["me-central-1", "us-southeast-1"].map((region) => entry(region)),
]);

/** A host as the service names them for most regions. */
export function hostByPattern(service: Service, network: Network, region: string): string {
  const product = network === "vpc" ? `${PRODUCT[service]}-vpc` : PRODUCT[service];
  return `${product}.${region}.aliyuncs.com`;
}

/**
 * The regions that a host answers for: those that have it in the table, and the one in its own name. A VPC host such
 * as `rds-vpc.cn-shanghai.aliyuncs.com` belongs to one region, also where the public host is shared.
 *
 * @param host lower case, without a port and without a dot at its end
 */
export function regionsOfHost(service: Service, host: string): ReadonlySet<string> {
  const listed = [...regions].flatMap(([region, hosts]) => (hosts[service].public === host ? [region] : []));
  const [, product = "", region] = /^([a-z-]+)\.([a-z0-9-]+)\.aliyuncs\.com$/.exec(host) ?? [];
  const isOwn = region !== undefined && product.replace(/-vpc$/, "") === PRODUCT[service];
  return new Set(isOwn ? [region, ...listed] : listed);
}

function entry(region: string, rds: Hosts = NO_HOSTS, dbs: Hosts = dbsByPattern(region)): [string, RegionHosts] {
  return [region, { rds, dbs }];
}

function shared(service: Service, region: string): Hosts {
  return { public: SHARED_HOST[service], vpc: hostByPattern(service, "vpc", region) };
}

function own(service: Service, region: string): Hosts {
  return { public: hostByPattern(service, "public", region), vpc: hostByPattern(service, "vpc", region) };
}

function publicOnly(host: string): Hosts {
  return { public: host, vpc: undefined };
}

function dbsByPattern(region: string): Hosts {
  return publicOnly(hostByPattern("dbs", "public", region));
}
