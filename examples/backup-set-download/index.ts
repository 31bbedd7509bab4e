// The download links of the newest finished download of a DBS backup plan. They are secrets, encrypted in the state;
// one that is about to expire is refused. The service signs new links on every run, so these outputs always change.
import * as pulumi from "@pulumi/pulumi";
import { dbs } from "pulumi-alicloud-backups";

const config = new pulumi.Config();
const backupPlanId = config.get("backupPlanId") ?? "dbs1shop0plan01"; // the emulator's: set your own

const { backupSetDownloadTaskId } = dbs.getLatestBackupSetDownloadTaskOutput({ backupPlanId, maxAge: "7d" });
const links = dbs.getBackupSetDownloadOutput({ backupPlanId, backupSetDownloadTaskId, minValidity: "1h" });

export const taskId = backupSetDownloadTaskId;
export const url = links.backupSetDownloadInternetUrl;
export const expiresAt = links.expiresAt;
