// The files of a migration on their way from OSS into a SQL Server database: how far each has come, and whether all of
// them are restored.
import * as pulumi from "@pulumi/pulumi";
import { rds } from "pulumi-alicloud-backups";

const config = new pulumi.Config();
const dbInstanceId = config.get("dbInstanceId") ?? "rm-bp1erp00migrate01"; // the emulator's: set your own
const migrateTaskId = config.get("migrateTaskId") ?? "564522118";

const { ossDownloads } = rds.getOssDownloadsOutput({ dbInstanceId, migrateTaskId });
const ready = rds.getOssDownloadReadinessOutput({ dbInstanceId, migrateTaskId, stage: "restored" });

export const files = ossDownloads.apply((all) => all.map(({ fileName, status }) => `${fileName}: ${status}`));
export const verdict = ready.verdict;
export const report = ready.report;
