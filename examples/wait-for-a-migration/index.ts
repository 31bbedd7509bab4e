// Goes on only when a SQL Server migration from OSS is done: the migrate task, and every one of its files. A migration
// that failed ends the wait at once; in a preview nothing waits, and it says what up would wait for. The task is named:
// once it has passed it may vanish, as tasks do after days, and the next migration has another ID.
import * as pulumi from "@pulumi/pulumi";
import { rds } from "pulumi-alicloud-backups";

const config = new pulumi.Config();
const dbInstanceId = config.get("dbInstanceId") ?? "rm-bp1erp00migrate01"; // the emulator's: set your own
const migrateTaskId = config.get("migrateTaskId") ?? "564522107";

const migrated = new rds.MigrateTaskGate("migrated", { dbInstanceId, migrateTaskId, waitFor: "2h" });
const restored = new rds.OssDownloadGate(
  "files-restored",
  { dbInstanceId, migrateTaskId, stage: "restored", waitFor: "30m" },
  { dependsOn: migrated },
);

export const cutOver = new pulumi.Stash("cut-over", { input: migrateTaskId }, { dependsOn: restored }).output;
export const migratedTask = migrated.migrateTaskId;
