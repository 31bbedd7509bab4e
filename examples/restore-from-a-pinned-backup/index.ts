// Makes something from the latest good backup, once: the ID that was used first is set with
// `pulumi config set restoredFrom <id>` and stays, also when there are newer backups and when it has expired.
import * as pulumi from "@pulumi/pulumi";
import { rds } from "pulumi-alicloud-backups";

const config = new pulumi.Config();
const dbInstanceId = config.get("dbInstanceId") ?? "rm-bp1shop0healthy01"; // the emulator's: set your own
const restoredFrom = config.get("restoredFrom");

const backup = rds.getLatestBackupOutput({ dbInstanceId, pin: restoredFrom });

// Stands for alicloud.rds.RdsCloneDbInstance, which takes the ID as backupId.
export const clone = new pulumi.Stash("clone", { input: backup.backupId }).output;
export const usable = backup.usable;
