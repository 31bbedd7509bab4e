import { Instance } from "@pulumi/alicloud/rds/instance.js";
import * as pulumi from "@pulumi/pulumi";
import { expect, test } from "vitest";
import { guardedTypes, regionOf } from "../../sdk/guard/guardedTypes.ts";
import { backupHook, guardDatabases } from "../../sdk/index.ts";

const step = { urn: "urn", name: "db", type: "alicloud:rds/instance:Instance", id: "rm-1" } as const;

// From Alibaba Cloud's list of regions and zones.
test.each([
  ["cn-hangzhou-h", "cn-hangzhou"],
  ["cn-beijing-MAZ2(h,i)", "cn-beijing"],
  ["ap-southeast-1a", "ap-southeast-1"],
  ["ap-southeast-1MAZ1(a,b)", "ap-southeast-1"],
  ["cn-shanghai-finance-1b", "cn-shanghai-finance-1"],
  ["us-west-1a", "us-west-1"],
  ["eu-central-1b", "eu-central-1"],
  ["somewhere", undefined],
  ["", undefined],
])("the region of zone %s is %s", (zoneId, region) => {
  expect(regionOf({ ...step, oldOutputs: { zoneId } })).toBe(region);
});

test("where it is counts, not where the program wants it", () => {
  const moved = { ...step, oldOutputs: { zoneId: "cn-hangzhou-h" }, newInputs: { zoneId: "cn-beijing-h" } };
  expect(regionOf(moved)).toBe("cn-hangzhou");
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
