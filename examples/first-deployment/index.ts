// A database, its gate and a migration in one new stack: the first `pulumi up` makes all three, though a new database has
// no backup yet. From its first backup on, and three days after it was made at the latest, the gate wants a fresh one.
import { rds as alicloud } from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";
import { rds } from "pulumi-alicloud-backups";

const release = new pulumi.Config().get("release") ?? "1";

const db = new alicloud.Instance("orders", {
  engine: "MySQL",
  engineVersion: "8.0",
  instanceType: "mysql.n2.medium.1",
  instanceStorage: 50,
  instanceName: "rm-bp1orders0000001",
  zoneId: "cn-hangzhou-h",
});

const fresh = new rds.BackupGate("fresh-backup", {
  dbInstanceId: db.id, // not known in the first preview: the gate says so, and preview goes on
  maxAge: "26h",
  newInstances: "allow", // before the first backup of any kind
  createTime: db.createTime, // an older instance without backups has lost them
});

// Stands for the migration.
export const migration = new pulumi.Stash("migration", { input: release }, { dependsOn: fresh }).output;
export const verdict = fresh.verdict;
export const backupId = fresh.backupId;
