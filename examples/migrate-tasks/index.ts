// Where the migration of a SQL Server instance stands: the newest task of every database, and a verdict for one of
// them. "No" is an answer here, not an error.
import * as pulumi from "@pulumi/pulumi";
import { rds } from "pulumi-alicloud-backups";

const config = new pulumi.Config();
const dbInstanceId = config.get("dbInstanceId") ?? "rm-bp1erp00migrate01"; // the emulator's: set your own
const databaseName = config.get("databaseName") ?? "erp_hr";

const { migrateTasks } = rds.getMigrateTasksOutput({ dbInstanceId });
const ready = rds.getMigrateTaskReadinessOutput({ dbInstanceId, databaseName });

/** Tasks come newest first. */
export const states = migrateTasks.apply((tasks) => {
  const newest = new Map<string, string>();
  for (const { dbName = "?", status = "?" } of tasks) if (!newest.has(dbName)) newest.set(dbName, status);
  return Object.fromEntries(newest);
});
export const verdict = ready.verdict;
export const report = ready.report;
