// Goes on only when a SQL Server migration from OSS is done: the migrate task, and every one of its files. A migration
// that failed ends the wait at once; in a preview nothing waits, and it says what up would wait for.
import * as pulumi from "@pulumi/pulumi";
import { rds } from "pulumi-alicloud-backups";

const config = new pulumi.Config();
const dbInstanceId = config.get("dbInstanceId") ?? "rm-bp1erp00migrate01"; // the emulator's: set your own
const databaseName = config.get("databaseName") ?? "erp_hr";

const migrated = new rds.MigrateTaskGate("migrated", { dbInstanceId, databaseName, waitFor: "2h" });

const task = rds.getLatestMigrateTaskOutput({ dbInstanceId, databaseName }, { dependsOn: migrated });
const restored = new rds.OssDownloadGate("files-restored", {
  dbInstanceId,
  migrateTaskId: task.migrateTaskId,
  stage: "restored",
  waitFor: "30m",
});

export const cutOver = new pulumi.Stash("cut-over", { input: databaseName }, { dependsOn: restored }).output;
export const migrateTaskId = task.migrateTaskId;
