// One line guards every RDS instance and database of a stack: none of them is changed, replaced or deleted, in preview
// and in up, unless its instance has a fresh backup. It must stand before the first resource.
import { rds } from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";
import { guardDatabases } from "pulumi-alicloud-backups";

guardDatabases({ maxAge: "26h" });

const config = new pulumi.Config();

const shop = new rds.Instance("shop", {
  instanceName: "rm-bp1shop0healthy01",
  engine: "MySQL",
  engineVersion: "8.0",
  instanceType: config.get("instanceType") ?? "mysql.n2.medium.1",
  instanceStorage: 50,
  zoneId: "cn-hangzhou-h",
});
new rds.Database("orders", { instanceId: shop.id, dataBaseName: "orders", characterSet: "utf8mb4" });

export const instanceId = shop.id;
