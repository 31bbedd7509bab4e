// The ID of the newest good backup of a database, no older than a day and some slack. When there is none, the
// deployment stops and says why.
import * as pulumi from "@pulumi/pulumi";
import { rds } from "pulumi-alicloud-backups";

const config = new pulumi.Config();
const dbInstanceId = config.get("dbInstanceId") ?? "rm-bp1shop0healthy01"; // the emulator's: set your own

const latest = rds.getLatestBackupOutput({ dbInstanceId, maxAge: "26h" });

export const backupId = latest.backupId;
export const recoveryPointTime = latest.recoveryPointTime;
