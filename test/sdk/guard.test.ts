import { Instance } from "@pulumi/alicloud/rds/instance.js";
import * as pulumi from "@pulumi/pulumi";
import { expect, test } from "vitest";
import { guardedTypes, regionFromZone } from "../../sdk/guard/guardedTypes.ts";
import { backupHook, guardDatabases } from "../../sdk/index.ts";

const step = { urn: "urn", name: "db", type: "alicloud:rds/instance:Instance", id: "rm-1" } as const;

// From Alibaba Cloud's list of regions and zones; where it has no zone of a region, by its rule for zones.
test.each([
  ["cn-hangzhou-h", "cn-hangzhou"],
  ["cn-shanghai-b", "cn-shanghai"],
  ["cn-shenzhen-f", "cn-shenzhen"],
  ["cn-beijing-k", "cn-beijing"],
  ["cn-qingdao-c", "cn-qingdao"],
  ["cn-hongkong-b", "cn-hongkong"],
  ["cn-heyuan-a", "cn-heyuan"],
  ["cn-zhangjiakou-a", "cn-zhangjiakou"],
  ["cn-huhehaote-b", "cn-huhehaote"],
  ["cn-wulanchabu-c", "cn-wulanchabu"],
  ["cn-chengdu-a", "cn-chengdu"],
  ["cn-guangzhou-b", "cn-guangzhou"],
  ["cn-nanjing-a", "cn-nanjing"],
  ["cn-fuzhou-a", "cn-fuzhou"],
  ["cn-zhongwei-a", "cn-zhongwei"],
  ["cn-wuhan-lr-a", "cn-wuhan-lr"],
  ["ap-southeast-1a", "ap-southeast-1"],
  ["ap-southeast-2b", "ap-southeast-2"],
  ["ap-southeast-3a", "ap-southeast-3"],
  ["ap-southeast-5c", "ap-southeast-5"],
  ["ap-southeast-6b", "ap-southeast-6"],
  ["ap-southeast-7a", "ap-southeast-7"],
  ["ap-southeast-8a", "ap-southeast-8"],
  ["ap-south-1b", "ap-south-1"],
  ["ap-northeast-1b", "ap-northeast-1"],
  ["ap-northeast-2a", "ap-northeast-2"],
  ["us-east-1b", "us-east-1"],
  ["us-west-1a", "us-west-1"],
  ["us-southeast-1a", "us-southeast-1"],
  ["na-south-1a", "na-south-1"],
  ["eu-central-1b", "eu-central-1"],
  ["eu-west-1a", "eu-west-1"],
  ["me-east-1a", "me-east-1"],
  ["me-central-1a", "me-central-1"],
  ["cn-hangzhou-finance-b", "cn-hangzhou-finance"],
  ["cn-shanghai-finance-1f", "cn-shanghai-finance-1"],
  ["cn-shanghai-finance-1z", "cn-shanghai-finance-1"],
  ["cn-shenzhen-finance-1d", "cn-shenzhen-finance-1"],
  ["cn-beijing-finance-1k", "cn-beijing-finance-1"],
  ["cn-north-2-gov-1b", "cn-north-2-gov-1"],
  ["cn-hangzhou-MAZ6(b,f)", "cn-hangzhou"],
  ["cn-beijing-MAZ2(h,i)", "cn-beijing"],
  ["ap-southeast-1MAZ1(a,b)", "ap-southeast-1"],
  ["cn-beijing", undefined],
  ["somewhere", undefined],
  ["", undefined],
])("the region of zone %s is %s", (zoneId, region) => {
  expect(regionFromZone({ ...step, oldOutputs: { zoneId } })).toBe(region);
});

test("where it is counts, not where the program wants it", () => {
  const moved = { ...step, oldOutputs: { zoneId: "cn-hangzhou-h" }, newInputs: { zoneId: "cn-beijing-h" } };
  expect(regionFromZone(moved)).toBe("cn-hangzhou");
  const database = guardedTypes.get("alicloud:rds/database:Database");
  expect(database?.({ ...step, oldOutputs: { instanceId: "rm-old" }, newInputs: { instanceId: "rm-new" } })).toBe(
    "rm-old",
  );
});

test("in a user's test with setMocks, guard and hook are not in the way", async () => {
  const calls: string[] = [];
  await pulumi.runtime.setMocks({
    newResource: ({ name, inputs }) => ({ id: `${name}-id`, state: inputs }),
    call: ({ token }) => {
      calls.push(token);
      return {};
    },
  });
  guardDatabases({ maxAge: "26h" });
  const hooks = { beforeUpdate: [backupHook("fresh", { maxAge: "26h" })] };
  const args = { engine: "MySQL", engineVersion: "8.0", instanceType: "mysql.n2.medium.1", instanceStorage: 50 };
  const { id } = new Instance("shop", args, { hooks });
  expect(await new Promise((resolve) => id.apply(resolve))).toBe("shop-id");
  expect(calls).toEqual([]);
});
