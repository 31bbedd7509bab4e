// The newest finished export of a database by Database Backup (DBS): which backup set it holds, and where in OSS it is.
import * as pulumi from "@pulumi/pulumi";
import { dbs } from "pulumi-alicloud-backups";

const config = new pulumi.Config();
const dbInstanceId = config.get("dbInstanceId") ?? "rm-bp1bill00export01"; // the emulator's: set your own
const databaseName = config.get("databaseName") ?? "invoices";

const latest = dbs.getLatestDownloadTaskOutput({ dbInstanceId, databaseName });

export const taskId = latest.taskId;
export const backupSetId = latest.backupSetId;
/** Empty when the target is a link: links are secrets, and not in this result. */
export const targetPath = latest.targetPath;
